from __future__ import annotations

import pytest

from newstui.sources.page import Wall, find_wall
from tests.unit.sources.stories import STORIES


def build(body: str, head: str = "<title>Alte Brücke wieder offen</title>") -> bytes:
    return f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


TEASER = f"<h1>{STORIES['de'].title}</h1><p>{STORIES['de'].body[0]}</p>"
CONSENT = {
    "en": "<h1>Before you continue</h1><p>We use cookies and other tracking data with your consent. Read our privacy policy.</p><button>Accept all</button>",
    "de": "<h1>Willkommen</h1><p>Mit Ihrer Einwilligung verwenden wir Cookies. Mehr im Datenschutzhinweis.</p><button>Akzeptieren und weiter</button>",
    "fr": "<p>Avec votre consentement, nous utilisons des cookies et des traceurs pour mesurer l’audience.</p><button>Accepter</button>",
    "es": "<p>Con su consentimiento usamos cookies. Consulte la política de privacidad antes de seguir.</p><button>Aceptar</button>",
}
CLOSED = {
    "en": "<div>Subscribe to continue reading</div>",
    "de": "<div>Weiterlesen mit Plus</div>",
    "fr": "<div>Il vous reste 85 % de cet article à lire.</div>",
    "nl": "<div>Dit artikel is alleen voor abonnees</div>",
    "es": "<div>Contenido exclusivo para suscriptores</div>",
    "pt": "<div>Conteúdo exclusivo para assinantes</div>",
}


@pytest.mark.parametrize("language", CONSENT)
def test_questions_for_consent(language: str) -> None:
    assert find_wall(build(CONSENT[language])) is Wall.CONSENT


@pytest.mark.parametrize("language", CLOSED)
def test_paywalls_by_their_words(language: str) -> None:
    assert find_wall(build(TEASER + CLOSED[language])) is Wall.PAYWALL


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
    assert find_wall(build(article * 4 + CLOSED["en"])) is None
