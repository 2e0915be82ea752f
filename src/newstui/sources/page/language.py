"""Which language a page says that it is in."""

from __future__ import annotations

from collections import Counter

from newstui.sources.page.facts import Facts
from newstui.sources.page.json_ld import list_things
from newstui.text.languages import find_by_name, normalise_tag, primary


def find_language(facts: Facts) -> str | None:
    """Return the language that a page declares; where its own words differ, what most of them say, the root first."""
    given = [
        facts.tree.get("lang"),
        facts.tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        facts.tree.get("xml:lang"),
    ]
    given += [
        thing.get("alternateName") or thing.get("name") if isinstance(thing, dict) else thing
        for thing in list_things(facts.article.get("inLanguage"), facts.things)
    ]
    given += facts.list_metas("og:locale", "content-language", "language", "dc.language", "dcterms.language")
    tags = [tag for one in given if isinstance(one, str) and (tag := normalise_tag(one) or find_by_name(one))]
    if not tags:
        return None
    votes = Counter(primary(tag) for tag in tags)
    best = max(votes, key=lambda language: (votes[language], -[primary(tag) for tag in tags].index(language)))
    return next(tag for tag in tags if primary(tag) == best)
