"""Invented news in six languages, paragraph by paragraph the same: what alignment and matching are tried on."""

from __future__ import annotations

from newstui.model import Block, BlockKind, Document

Story = dict[str, tuple[str, ...]]

LANGUAGES = ("de", "en", "fr", "nl", "es", "pt")

BRIDGE: Story = {
    "de": (
        "Alte Brücke von Lindenau nach zwölf Jahren wieder offen",
        "Nach zwölf Jahren ist die alte Brücke über die Arve am Samstag wieder für den Verkehr geöffnet worden.",
        "Der Bau kostete 14,5 Millionen Euro, fast doppelt so viel wie geplant.",
        "„Heute ist ein guter Tag für unsere Stadt“, sagte Bürgermeisterin Carla Voss.",
        "Am 3. März 2014 hatte ein Hochwasser zwei Pfeiler zerstört; drei Menschen starben damals.",
        "Die Architektin Ingrid Solberg ließ 1.200 Steine aus dem Fluss holen und wieder verwenden.",
        "Gegen das Projekt hatte der Verein Freie Arve vor Gericht geklagt, aber verloren.",
        "Im Herbst soll auch der Weg am Ufer fertig werden. Wer zahlt?",
    ),
    "en": (
        "Old Lindenau bridge open again after twelve years",
        "After twelve years, the old bridge over the Arve was opened to traffic again on Saturday.",
        "The building work cost 14.5 million euros, almost twice as much as planned.",
        "“Today is a good day for our town,” said the mayor, Carla Voss.",
        "On March 3, 2014, a flood destroyed two of its pillars; three people died at the time.",
        "The architect Ingrid Solberg had 1,200 stones taken out of the river and used again.",
        "The association Freie Arve had gone to court against the project, but lost.",
        "The path along the bank is to be finished in autumn. Who pays?",
    ),
    "fr": (
        "Le vieux pont de Lindenau rouvert après douze ans",
        "Après douze ans, le vieux pont sur l’Arve a été rouvert à la circulation samedi.",
        "Les travaux ont coûté 14,5 millions d’euros, presque le double de ce qui était prévu.",
        "« C’est un beau jour pour notre ville », a dit la maire, Carla Voss.",
        "Le 3 mars 2014, une crue avait détruit deux piliers ; trois personnes étaient mortes.",
        "L’architecte Ingrid Solberg a fait tirer 1 200 pierres du fleuve pour les utiliser de nouveau.",
        "L’association Freie Arve avait attaqué le projet devant le tribunal, mais elle a perdu.",
        "Le chemin de la rive doit être terminé en automne. Qui paie ?",
    ),
    "nl": (
        "Oude brug van Lindenau na twaalf jaar weer open",
        "Na twaalf jaar is de oude brug over de Arve zaterdag weer geopend voor het verkeer.",
        "De bouw kostte 14,5 miljoen euro, bijna het dubbele van wat gepland was.",
        "“Vandaag is een goede dag voor onze stad”, zei burgemeester Carla Voss.",
        "Op 3 maart 2014 vernietigde een overstroming twee pijlers; drie mensen stierven toen.",
        "Architecte Ingrid Solberg liet 1.200 stenen uit de rivier halen en opnieuw gebruiken.",
        "De vereniging Freie Arve was tegen het project naar de rechtbank gegaan, maar verloor.",
        "In de herfst moet ook de weg langs de oever klaar zijn. Wie betaalt?",
    ),
    "es": (
        "El viejo puente de Lindenau, abierto de nuevo tras doce años",
        "Tras doce años, el viejo puente sobre el Arve se abrió de nuevo al tráfico el sábado.",
        "La construcción costó 14,5 millones de euros, casi el doble de lo previsto.",
        "«Hoy es un buen día para nuestra ciudad», dijo la alcaldesa, Carla Voss.",
        "El 3 de marzo de 2014 una riada destruyó dos pilares; entonces murieron tres personas.",
        "La arquitecta Ingrid Solberg hizo sacar del río 1.200 piedras para usar las otra vez.",
        "La asociación Freie Arve había acudido al tribunal contra el proyecto, pero perdió.",
        "En otoño debe estar listo también el camino de la orilla. ¿Quién paga?",
    ),
    "pt": (
        "Velha ponte de Lindenau reaberta após doze anos",
        "Após doze anos, a velha ponte sobre o Arve foi aberta de novo ao tráfego no sábado.",
        "A construção custou 14,5 milhões de euros, quase o dobro do previsto.",
        "“Hoje é um bom dia para a nossa cidade”, disse a presidente da câmara, Carla Voss.",
        "Em 3 de março de 2014, uma cheia destruiu dois pilares; três pessoas morreram então.",
        "A arquiteta Ingrid Solberg mandou tirar do rio 1.200 pedras para as usar de novo.",
        "A associação Freie Arve tinha ido ao tribunal contra o projeto, mas perdeu.",
        "No outono deve estar pronto também o caminho da margem. Quem paga?",
    ),
}

FINAL: Story = {
    "de": (
        "Oberwald gewinnt Finale gegen Real Marenga",
        "Der FC Oberwald hat am Mittwoch das Finale in Valdoria mit 3:1 gegen Real Marenga gewonnen.",
        "Vor 48.000 Zuschauern erzielte die Spielerin Ana Petrović zwei Tore in der zweiten Hälfte.",
        "„Wir haben nie aufgehört zu kämpfen“, sagte Trainer Tom Hartley nach dem Spiel.",
        "Für Oberwald ist es der erste Sieg in einem europäischen Finale seit 1987.",
        "Real Marenga verlor in der 70. Minute Torwart Luis Carvalho, der verletzt ins Krankenhaus kam.",
    ),
    "en": (
        "Oberwald win final against Real Marenga",
        "FC Oberwald won the final in Valdoria 3-1 against Real Marenga on Wednesday.",
        "In front of 48,000 spectators, the player Ana Petrović scored two goals in the second half.",
        "“We never stopped fighting,” the coach, Tom Hartley, said after the game.",
        "For Oberwald it is the first victory in a European final since 1987.",
        "Real Marenga lost their goalkeeper Luis Carvalho in minute 70, who was taken to hospital injured.",
    ),
    "fr": (
        "Oberwald gagne la finale contre le Real Marenga",
        "Le FC Oberwald a gagné mercredi la finale de Valdoria, 3-1 contre le Real Marenga.",
        "Devant 48 000 spectateurs, la joueuse Ana Petrović a marqué deux buts en seconde moitié.",
        "« Nous n’avons jamais cessé de lutter », a dit l’entraîneur Tom Hartley après le match.",
        "Pour Oberwald, c’est la première victoire dans une finale européenne depuis 1987.",
        "Le Real Marenga a perdu à la 70e minute son gardien Luis Carvalho, blessé et conduit à l’hôpital.",
    ),
    "nl": (
        "Oberwald wint finale van Real Marenga",
        "FC Oberwald heeft woensdag de finale in Valdoria met 3-1 gewonnen van Real Marenga.",
        "Voor 48.000 toeschouwers maakte speelster Ana Petrović twee doelpunten in de tweede helft.",
        "“We zijn nooit gestopt met vechten”, zei coach Tom Hartley na de wedstrijd.",
        "Voor Oberwald is het de eerste overwinning in een Europese finale sinds 1987.",
        "Real Marenga verloor in minuut 70 doelman Luis Carvalho, die gewond naar het ziekenhuis ging.",
    ),
    "es": (
        "El Oberwald gana la final contra el Real Marenga",
        "El FC Oberwald ganó el miércoles la final de Valdoria por 3-1 contra el Real Marenga.",
        "Ante 48.000 espectadores, la jugadora Ana Petrović marcó dos goles en la segunda mitad.",
        "«Nunca dejamos de luchar», dijo el entrenador Tom Hartley después del partido.",
        "Para el Oberwald es la primera victoria en una final europea desde 1987.",
        "El Real Marenga perdió en el minuto 70 a su portero Luis Carvalho, herido y llevado al hospital.",
    ),
    "pt": (
        "Oberwald ganha a final contra o Real Marenga",
        "O FC Oberwald ganhou na quarta-feira a final de Valdoria por 3-1 contra o Real Marenga.",
        "Diante de 48.000 espectadores, a jogadora Ana Petrović marcou dois gols na segunda metade.",
        "“Nunca deixamos de lutar”, disse o treinador Tom Hartley depois da partida.",
        "Para o Oberwald é a primeira vitória numa final europeia desde 1987.",
        "O Real Marenga perdeu no minuto 70 o goleiro Luis Carvalho, ferido e levado ao hospital.",
    ),
}

ISLAND: Story = {
    "de": (
        "Vulkan auf Santa Aurelia bricht aus",
        "Auf der Insel Santa Aurelia ist in der Nacht zum Dienstag der Vulkan Monte Cenizo ausgebrochen.",
        "Die Behörden brachten 5.400 Einwohner mit Schiffen und Booten nach Porto Belmar.",
        "„Es gibt keine Gefahr für die Hauptstadt“, erklärte Innenministerin Dolores Quintana.",
        "Der Flughafen bleibt bis Freitag geschlossen, 120 Flüge fallen aus.",
        "Zuletzt hatte der Berg im August 1951 Feuer gespien.",
    ),
    "en": (
        "Volcano erupts on Santa Aurelia",
        "On the island of Santa Aurelia, the volcano Monte Cenizo erupted in the night to Tuesday.",
        "The authorities took 5,400 inhabitants to Porto Belmar by ship and boat.",
        "“There is no danger to the capital,” explained the interior minister, Dolores Quintana.",
        "The airport stays closed until Friday; 120 flights are cancelled.",
        "The mountain last spat fire in August 1951.",
    ),
    "fr": (
        "Le volcan de Santa Aurelia entre en éruption",
        "Sur l’île de Santa Aurelia, le volcan Monte Cenizo est entré en éruption dans la nuit de mardi.",
        "Les autorités ont conduit 5 400 habitants à Porto Belmar par navire et par bateau.",
        "« Il n’y a aucun danger pour la capitale », a expliqué la ministre de l’Intérieur, Dolores Quintana.",
        "L’aéroport reste fermé jusqu’à vendredi ; 120 vols sont annulés.",
        "La montagne avait craché du feu pour la dernière fois en août 1951.",
    ),
    "nl": (
        "Vulkaan op Santa Aurelia barst uit",
        "Op het eiland Santa Aurelia is in de nacht van dinsdag de vulkaan Monte Cenizo uitgebarsten.",
        "De autoriteiten brachten 5.400 inwoners met schepen en boten naar Porto Belmar.",
        "“Er is geen gevaar voor de hoofdstad”, verklaarde minister Dolores Quintana van Binnenlandse Zaken.",
        "De luchthaven blijft tot vrijdag gesloten; 120 vluchten gaan niet door.",
        "De berg spuwde voor het laatst vuur in augustus 1951.",
    ),
    "es": (
        "Entra en erupción el volcán de Santa Aurelia",
        "En la isla de Santa Aurelia entró en erupción en la noche del martes el volcán Monte Cenizo.",
        "Las autoridades llevaron a 5.400 habitantes a Porto Belmar en buques y barcos.",
        "«No hay ningún peligro para la capital», explicó la ministra del Interior, Dolores Quintana.",
        "El aeropuerto sigue cerrado hasta el viernes; 120 vuelos quedan cancelados.",
        "La montaña había lanzado fuego por última vez en agosto de 1951.",
    ),
    "pt": (
        "Vulcão de Santa Aurelia entra em erupção",
        "Na ilha de Santa Aurelia entrou em erupção na noite de terça-feira o vulcão Monte Cenizo.",
        "As autoridades levaram 5.400 habitantes para Porto Belmar em navios e barcos.",
        "“Não há perigo nenhum para a capital”, explicou a ministra do Interior, Dolores Quintana.",
        "O aeroporto continua fechado até sexta-feira; 120 voos foram cancelados.",
        "A montanha tinha lançado fogo pela última vez em agosto de 1951.",
    ),
}

STORIES = (BRIDGE, FINAL, ISLAND)

# Stories of one language alone; the first reports the same game as FINAL, by another hand.
DECOYS: Story = {
    "es": (
        "Marenga cae en Valdoria y se queda sin copa",
        "Los aficionados del Real Marenga volvieron a casa en silencio después de una noche muy larga.",
        "El club anunció que su presidente hablará el lunes sobre el futuro del equipo y de los jugadores jóvenes.",
        "Hartley celebró con los suyos; Petrović fue elegida la mejor de la final.",
        "La policía detuvo a nueve personas cerca del estadio y cerró dos calles.",
    ),
    "nl": (
        "Minder treinen tussen Havendam en Oostveld",
        "Reizigers moeten vanaf maandag langer wachten: tussen Havendam en Oostveld rijdt nog maar elk half uur een trein.",
        "Volgens het bedrijf zijn er te weinig bestuurders en is een deel van de wagens ziek gemeld.",
        "De wethouder noemt het besluit onbegrijpelijk en wil een gesprek met de minister.",
    ),
    "de": (
        "Bäckerei in Ostheim schließt nach 112 Jahren",
        "Die älteste Bäckerei von Ostheim macht zum Jahresende zu. Es findet sich niemand, der nachts arbeiten will.",
        "Inhaber Georg Reinl ist 71 Jahre alt und hat drei Töchter, aber keine will den Ofen übernehmen.",
    ),
}


def make_document(texts: tuple[str, ...] | list[str]) -> Document:
    return Document(tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))
