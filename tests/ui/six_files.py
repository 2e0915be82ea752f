"""A long story in six files, paragraph for paragraph the same, as long as a feature in a newspaper."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("de", "en", "es", "fr", "nl", "pt")

_TITLE: Final = {
    "de": "Der Hafen von Ostmark wächst und streitet",
    "en": "The port of Ostmark is growing and quarrelling",
    "es": "El puerto de Ostmark crece y discute",
    "fr": "Le port d’Ostmark grandit et se dispute",
    "nl": "De haven van Ostmark groeit en maakt ruzie",
    "pt": "O porto de Ostmark cresce e discute",
}
_SENTENCES: Final = {
    "de": (
        "Im Jahr {year} wurden hier nach Angaben der Verwaltung {number} Container verladen, mehr als je zuvor.",
        "{name} arbeitet seit {small} Jahren am Kai und sagt, dass der Lärm nachts nicht mehr auszuhalten sei.",
        "Die Stadt will deshalb {money} Millionen Euro für eine neue Mauer ausgeben, über die niemand abgestimmt hat.",
        "Das ist zu wenig.",
        (
            "Wer heute vom Leuchtturm nach {place} geht, kommt an {small} Kränen vorbei, die im Wind leise klirren und die"
            " man noch am anderen Ufer hört."
        ),
        "„Wir haben auf niemanden gewartet“, sagte {name} bei der Versammlung im Saal der alten Werft.",
        "Ob es dabei bleibt, entscheidet das Gericht in {place} am {small}. Mai.",
    ),
    "en": (
        "In {year} the authority says {number} containers were loaded here, more than ever before.",
        "{name} has worked on the quay for {small} years and says that the noise at night can no longer be borne.",
        "The city therefore wants to spend {money} million euros on a new wall that nobody has voted on.",
        "That is too little.",
        (
            "Whoever walks from the lighthouse to {place} today passes {small} cranes that rattle softly in the wind and"
            " can still be heard on the other bank."
        ),
        "“We were not waiting for anybody,” {name} told the meeting in the hall of the old shipyard.",
        "Whether it stays that way will be decided by the court in {place} on {small} May.",
    ),
    "es": (
        "En {year}, según la autoridad, se cargaron aquí {number} contenedores, más que nunca.",
        "{name} trabaja en el muelle desde hace {small} años y dice que el ruido de la noche ya no se puede soportar.",
        "Por eso la ciudad quiere gastar {money} millones de euros en un muro nuevo que nadie ha votado.",
        "Es demasiado poco.",
        (
            "Quien hoy camina desde el faro hasta {place} pasa junto a {small} grúas que tintinean suavemente con el viento y"
            " que todavía se oyen en la otra orilla."
        ),
        "«No esperábamos a nadie», dijo {name} en la asamblea celebrada en la sala del viejo astillero.",
        "Si la cosa queda así lo decidirá el tribunal de {place} el {small} de mayo.",
    ),
    "fr": (
        "En {year}, selon l’administration, {number} conteneurs ont été chargés ici, plus que jamais.",
        "{name} travaille sur le quai depuis {small} ans et dit que le bruit de la nuit n’est plus supportable.",
        "La ville veut donc dépenser {money} millions d’euros pour un nouveau mur que personne n’a voté.",
        "C’est trop peu.",
        (
            "Celui qui marche aujourd’hui du phare jusqu’à {place} passe devant {small} grues qui tintent doucement dans le"
            " vent et que l’on entend encore sur l’autre rive."
        ),
        "« Nous n’attendions personne », a dit {name} lors de l’assemblée dans la salle de l’ancien chantier naval.",
        "Si les choses en restent là, c’est le tribunal de {place} qui le dira le {small} mai.",
    ),
    "nl": (
        "In {year} werden hier volgens het bestuur {number} containers geladen, meer dan ooit tevoren.",
        "{name} werkt al {small} jaar op de kade en zegt dat het lawaai ’s nachts niet meer te harden is.",
        "De stad wil daarom {money} miljoen euro uitgeven aan een nieuwe muur waar niemand over heeft gestemd.",
        "Dat is te weinig.",
        (
            "Wie vandaag van de vuurtoren naar {place} loopt, komt langs {small} kranen die zachtjes rammelen in de wind en"
            " die men nog op de andere oever hoort."
        ),
        "“We hebben op niemand gewacht”, zei {name} op de vergadering in de zaal van de oude werf.",
        "Of het zo blijft, beslist de rechtbank in {place} op {small} mei.",
    ),
    "pt": (
        "Em {year}, segundo a administração, foram carregados aqui {number} contentores, mais do que nunca.",
        "{name} trabalha no cais há {small} anos e diz que o barulho da noite já não se pode suportar.",
        "Por isso a cidade quer gastar {money} milhões de euros num muro novo que ninguém votou.",
        "É muito pouco.",
        (
            "Quem hoje caminha do farol até {place} passa por {small} gruas que tilintam baixinho ao vento e que ainda se"
            " ouvem na outra margem."
        ),
        "“Não estávamos à espera de ninguém”, disse {name} na assembleia realizada na sala do velho estaleiro.",
        "Se fica assim, é o tribunal de {place} que o decide a {small} de maio.",
    ),
}
_NAMES: Final = (
    "Ada Verhoeven",
    "Jonas Brandt",
    "Mila Costa",
    "Henri Duval",
    "Teresa Pinto",
    "Ruth Oakley",
    "Sven Kramer",
)
_PLACES: Final = ("Norderney", "Kilmore", "Almada", "Zierikzee", "Paimpol", "Vigo", "Cuxhaven", "Lagos")
_LENGTHS: Final = (3, 1, 4, 2, 5, 1, 3, 6, 2, 4)
PARAGRAPHS: Final = 30


def list_paragraphs(language: str) -> list[str]:
    """The story's paragraphs in a language, of one to six sentences: some 12,000 characters."""
    numbers = count(1)
    paragraphs = []
    for paragraph in range(PARAGRAPHS):
        sentences = []
        for _ in range(_LENGTHS[paragraph % len(_LENGTHS)]):
            number = next(numbers)
            pattern = _SENTENCES[language][(number * 3 + paragraph) % 7]
            sentences.append(
                pattern.format(
                    year=1900 + number,
                    number=7 * number * number + 200,
                    small=2 + number % 27,
                    money=number + 3,
                    name=_NAMES[number % 7],
                    place=_PLACES[number % 8],
                )
            )
        paragraphs.append(" ".join(sentences))
    return paragraphs


def write_files(folder: Path, names: dict[str, str]) -> None:
    """Write the story into a folder, each language under its name."""
    for language, name in names.items():
        text = "\n\n".join([_TITLE[language], *list_paragraphs(language)])
        (folder / name).write_text(text + "\n", encoding="utf-8")
