from __future__ import annotations

import pytest

from newstui.sources.page import Wall, find_wall
from newstui.sources.page.wall_words import KNOWS_SUBSCRIBERS
from tests.unit.sources.stories import STORIES


def build(body: str, head: str = "<title>Alte Brücke wieder offen</title>") -> bytes:
    return f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


TEASER = f"<h1>{STORIES['de'].title}</h1><p>{STORIES['de'].body[0]}</p>"
CONSENT = {
    "en": "<h1>Before you continue</h1><p>We use cookies and other tracking data with your consent. Read our privacy policy.</p><button>Accept all</button>",
    "de": "<h1>Willkommen</h1><p>Mit Ihrer Einwilligung verwenden wir Cookies. Mehr im Datenschutzhinweis.</p><button>Akzeptieren und weiter</button>",
    "fr": "<p>Avec votre consentement, nous utilisons des cookies et des traceurs pour mesurer l’audience.</p><button>Accepter</button>",
    "es": "<p>Con su consentimiento usamos cookies. Consulte la política de privacidad antes de seguir.</p><button>Aceptar</button>",
    "nl": "<p>Wij vragen je toestemming voor cookies en voor het verwerken van persoonsgegevens.</p><button>Akkoord</button>",
    "pt": "<p>Com o seu consentimento, usamos cookies. Leia a política de privacidade.</p><button>Aceitar e continuar</button>",
}
ROBOTS = {
    "en": "Please enable JS and disable any ad blocker",
    "de": "Bitte bestätigen Sie, dass Sie ein Mensch sind.",
    "fr": "Vérifiez que vous êtes humain.",
    "nl": "Bevestig dat je geen robot bent.",
    "es": "Confirma que no eres un robot.",
    "pt": "Confirme que você não é um robô.",
}
CLOSED = {
    "en": (
        "Subscribe to continue reading",
        "Subscribe now to read the full story",
        "To continue reading, log in",
        "This content is for subscribers only",
        "Become a member to keep reading",
        "You have reached your limit of free articles",
        "Unlock this article",
        "Already a subscriber? Log in",
    ),
    "de": (
        "Weiterlesen mit Plus",
        "Mit Post+ weiterlesen",
        "Jetzt freischalten",
        "Exklusiv für Abonnenten",
        "Um diesen Artikel zu lesen, brauchen Sie ein Abo",
        "Registrieren Sie sich kostenlos, um weiterzulesen",
        "Sie haben bereits ein Abo?",
    ),
    "fr": (
        "Il vous reste 85 % de cet article à lire.",
        "La suite est réservée aux abonnés",
        "Cet article est réservé à nos abonnés",
        "Pour lire la suite, abonnez-vous",
        "Déjà abonné ? Connectez-vous",
    ),
    "nl": (
        "Dit artikel is alleen voor abonnees",
        "Exclusief voor abonnees",
        "Log in om verder te lezen",
        "Verder lezen? Neem een abonnement",
        "Al abonnee? Log in",
    ),
    "es": (
        "Contenido exclusivo para suscriptores",
        "Esta noticia es exclusiva para suscriptores",
        "Suscríbete para seguir leyendo",
        "Sigue leyendo con tu suscripción",
        "Has alcanzado el límite de artículos gratis",
        "¿Ya eres suscriptor?",
    ),
    "pt": (
        "Conteúdo exclusivo para assinantes",
        "Este artigo é exclusivo dos assinantes",
        "Assine para continuar lendo",
        "Inicie sessão para continuar a ler",
        "Você atingiu o limite de artigos gratuitos",
        "Já é assinante? Entre",
    ),
}
FREE = {
    "en": "Subscribe to our newsletter. Follow us.",
    "de": "Abonnieren Sie unseren Newsletter. Zum Abo.",
    "fr": "Abonnez-vous à notre lettre. Se connecter.",
    "nl": "Abonneer je op onze nieuwsbrief. Inloggen.",
    "es": "Suscríbete al boletín. Inicia sesión.",
    "pt": "Assine a newsletter. Entrar.",
}


@pytest.mark.parametrize("language", CONSENT)
def test_questions_for_consent(language: str) -> None:
    assert find_wall(build(CONSENT[language])) is Wall.CONSENT


@pytest.mark.parametrize(
    ("language", "words"), [(language, words) for language in CLOSED for words in CLOSED[language]]
)
def test_paywalls_by_their_words(language: str, words: str) -> None:
    story = STORIES[language]
    teaser = f"<h1>{story.title}</h1><p>{story.body[0]}</p>"
    assert find_wall(build(f"{teaser}<div>{words}</div>")) is Wall.PAYWALL
    # the same on a page that lists other stories below: its paragraphs are no part of this one
    others = "".join(f"<li><a href=/{number}><p>{text}</p></a></li>" for number, text in enumerate(story.body * 3))
    page = f"<main><article>{teaser}<div>{words}</div></article></main><aside><ul>{others}</ul></aside>"
    if not KNOWS_SUBSCRIBERS.search(words):
        assert find_wall(build(page)) is Wall.PAYWALL


@pytest.mark.parametrize("language", FREE)
def test_a_short_article_with_offers_around_it_is_none(language: str) -> None:
    story = STORIES[language]
    header = f"<header><p>{CLOSED[language][-1]}</p></header>"
    body = f"<h1>{story.title}</h1>" + "".join(f"<p>{text}</p>" for text in story.body[:3])
    assert find_wall(build(f"{header}{body}<div>{FREE[language]}</div><footer>{CLOSED[language][0]}</footer>")) is None


def test_a_closed_part_that_is_there_can_be_read() -> None:
    data = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false, "hasPart":'
        ' {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".closed-part"}}</script>'
    )
    text = "".join(f"<p>{text}</p>" for text in STORIES["de"].body)
    assert find_wall(build(f"{TEASER}<div class='text closed-part'>{text}</div>", data)) is None
    assert find_wall(build(f"{TEASER}<div class='text closed-part'></div>", data)) is Wall.PAYWALL


@pytest.mark.parametrize("language", ROBOTS)
def test_questions_whether_a_person_asks(language: str) -> None:
    assert find_wall(build(f"<h1>post.example</h1><p>{ROBOTS[language]}</p>", "<title>post.example</title>")) is (
        Wall.CHALLENGE
    )
    article = "".join(f"<p>{text}</p>" for text in STORIES[language].body)
    assert find_wall(build(f"{article}<p>{ROBOTS[language]}</p>")) is None


@pytest.mark.parametrize("value", ["false", '"False"', '"http://schema.org/False"'])
def test_paywalls_by_their_own_declaration(value: str) -> None:
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "isAccessibleForFree": {value}}}</script>'
    assert find_wall(build(TEASER, data)) is Wall.PAYWALL
    assert find_wall(build(TEASER, data.replace(value, "true"))) is None


def test_checks_and_addresses() -> None:
    assert find_wall(build("<h1>post.example</h1>", "<title>Just a moment...</title>")) is Wall.CHALLENGE
    assert find_wall(build("<p>Hello</p>"), url="https://consent.post.example/?continue=x") is Wall.CONSENT


@pytest.mark.parametrize("language", STORIES)
def test_an_article_is_no_wall(language: str) -> None:
    story = STORIES[language]
    article = "".join(f"<p>{text}</p>" for text in story.body)
    assert find_wall(build(f"<h1>{story.title}</h1>{article}")) is None
    banner = "<div><p>We use cookies with your consent.</p><button>Accept cookies</button></div>"
    assert find_wall(build(article + banner)) is None
    assert find_wall(build(article * 4 + CLOSED["en"][0])) is None
