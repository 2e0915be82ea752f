"""From ties between two articles to stories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newstui.text.matching.index import Match


def group_matches(matches: Iterable[Match], languages: Mapping[str, str]) -> list[frozenset[str]]:
    """Return the stories that matches make: the surest ties first, never two articles of one language in a story.

    What two editions do not show directly, a third one may: so a story finds editions that were not matched.
    """
    stories: dict[str, set[str]] = {}
    for match in sorted(matches, key=lambda match: (-match.score, match.left, match.right)):
        one, other = (stories.get(article, {article}) for article in (match.left, match.right))
        if {languages[article] for article in one}.isdisjoint(languages[article] for article in other):
            one |= other
            stories.update(dict.fromkeys(one, one))
    return list({id(story): frozenset(story) for story in stories.values()}.values())
