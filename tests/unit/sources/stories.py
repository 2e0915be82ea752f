"""One invented story in six languages, in the layout of a copied article: summary, headline, body with headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Story:
    """The parts of one edition; `body` alternates as `headings` says, by position."""

    summary: str
    title: str
    body: tuple[str, ...]
    headings: tuple[int, ...] = (1, 4)

    def lines(self) -> list[str]:
        return [self.summary, self.title, *self.body]


ENDONYMS: Final = {
    "nl": "Nederlands",
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "pt": "Português",
}

STORIES: Final = {
    "de": Story(
        "Nach drei Jahren Bauzeit fahren wieder Züge über die Brücke von Aldermoor. Die Kosten haben sich verdoppelt, die Stadt sucht noch nach dem Geld.",
        "Alte Brücke von Aldermoor: Die Züge fahren wieder",
        (
            "Um sechs Uhr morgens rollte am Montag der erste Zug über die alte Brücke. Mehr als zweihundert Menschen standen am Ufer, manche hatten Fahnen mitgebracht, andere nur ihren Kaffee.",
            "Ein Bauwerk mit Geschichte",
            "Die Brücke wurde 1887 eröffnet und überstand zwei Hochwasser. Der Ingenieur Paul Brandt nannte sie damals 'ein Kind des Flusses'.",
            "Bürgermeisterin Clara Voss sagte: 'Heute atmet die Stadt auf.' Sie dankte den Arbeitern, die auch im Winter auf dem Gerüst gestanden hätten.",
            "Was die Sanierung gekostet hat",
            "Geplant waren zwölf Millionen Euro, am Ende wurden es 24,5 Millionen. Woher der Rest kommen soll, will der Rat im März entscheiden.",
        ),
    ),
    "en": Story(
        "Trains are running across the Aldermoor bridge again after three years of work. The bill has doubled, and the town is still looking for the money.",
        "Old Aldermoor bridge: the trains are back",
        (
            "The first train rolled across the old bridge at six on Monday morning. More than two hundred people stood on the bank, some with flags, others with nothing but their coffee.",
            "A structure with a past",
            "The bridge opened in 1887 and survived two floods. The engineer Paul Brandt once called it 'a child of the river'.",
            "Mayor Clara Voss said: 'Today the town can breathe again.' She thanked the workers who had stood on the scaffolding all winter.",
            "What the repairs have cost",
            "Twelve million euros had been planned; in the end it was 24.5 million. The council will decide in March where the rest is to come from.",
        ),
    ),
    "fr": Story(
        "Après trois ans de travaux, les trains franchissent de nouveau le pont d’Aldermoor. La facture a doublé et la ville cherche encore l’argent.",
        "Vieux pont d’Aldermoor : le retour des trains",
        (
            "Le premier train a franchi le vieux pont lundi à six heures du matin. Plus de deux cents personnes attendaient sur la rive, certaines avec des drapeaux, d’autres avec un simple café.",
            "Un ouvrage chargé d’histoire",
            "Le pont a été inauguré en 1887 et a résisté à deux crues. L’ingénieur Paul Brandt l’appelait « un enfant du fleuve ».",
            "La maire Clara Voss a déclaré : « Aujourd’hui, la ville respire. » Elle a remercié les ouvriers qui sont restés sur l’échafaudage tout l’hiver.",
            "Le prix de la rénovation",
            "Douze millions d’euros étaient prévus, il en a fallu 24,5. Le conseil décidera en mars d’où viendra le reste.",
        ),
    ),
    "nl": Story(
        "Na drie jaar werk rijden er weer treinen over de brug van Aldermoor. De kosten zijn verdubbeld en de stad zoekt nog naar het geld.",
        "Oude brug van Aldermoor: de treinen rijden weer",
        (
            "Maandagochtend om zes uur reed de eerste trein over de oude brug. Meer dan tweehonderd mensen stonden op de oever, sommigen met vlaggen, anderen met alleen hun koffie.",
            "Een bouwwerk met een verleden",
            "De brug werd in 1887 geopend en doorstond twee overstromingen. Ingenieur Paul Brandt noemde haar ooit ‘een kind van de rivier’.",
            "Burgemeester Clara Voss zei: ‘Vandaag haalt de stad weer adem.’ Ze bedankte de arbeiders die de hele winter op de steiger hadden gestaan.",
            "Wat de renovatie heeft gekost",
            "Er was twaalf miljoen euro begroot, het werd 24,5 miljoen. De raad beslist in maart waar de rest vandaan moet komen.",
        ),
    ),
    "es": Story(
        "Tras tres años de obras, los trenes vuelven a cruzar el puente de Aldermoor. El coste se ha duplicado y la ciudad aún busca el dinero.",
        "Viejo puente de Aldermoor: vuelven los trenes",
        (
            "El primer tren cruzó el viejo puente el lunes a las seis de la mañana. Más de doscientas personas esperaban en la orilla, algunas con banderas, otras solo con su café.",
            "Una obra con historia",
            "El puente se inauguró en 1887 y resistió dos inundaciones. El ingeniero Paul Brandt lo llamó una vez «un hijo del río».",
            "La alcaldesa Clara Voss dijo: «Hoy la ciudad vuelve a respirar». Dio las gracias a los obreros que pasaron el invierno en el andamio.",
            "Lo que ha costado la reforma",
            "Se habían previsto doce millones de euros y al final fueron 24,5. El pleno decidirá en marzo de dónde saldrá el resto.",
        ),
    ),
    "pt": Story(
        "Depois de três anos de obras, os comboios voltam a atravessar a ponte de Aldermoor. O custo duplicou e a cidade ainda procura o dinheiro.",
        "Velha ponte de Aldermoor: os comboios estão de volta",
        (
            "O primeiro comboio atravessou a velha ponte na segunda-feira às seis da manhã. Mais de duzentas pessoas esperavam na margem, umas com bandeiras, outras apenas com o seu café.",
            "Uma obra com história",
            "A ponte foi inaugurada em 1887 e resistiu a duas cheias. O engenheiro Paul Brandt chamou-lhe um dia «um filho do rio».",
            "A presidente da câmara, Clara Voss, disse: «Hoje a cidade volta a respirar.» Agradeceu aos operários que passaram o inverno no andaime.",
            "Quanto custou a recuperação",
            "Estavam previstos doze milhões de euros e foram 24,5. A câmara decidirá em março de onde virá o resto.",
        ),
    ),
}
