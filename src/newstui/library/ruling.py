"""Doing the rules with what has arrived: statuses first, then pages, commands and notices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC
from typing import TYPE_CHECKING, Final

from newstui.errors import N_, NewstuiError, UsageError
from newstui.library.rules import read_orders
from newstui.model import Action, ActionKind, Article, Notice, Rule
from newstui.text.query.tree import asks_for_quotes, asks_for_words

if TYPE_CHECKING:
    from newstui.library.facade import Library

_MOST_PAGES: Final = 50
_MOST_RUNS: Final = 50
"""So many pages are fetched, so many times a command is run for one rule after one refresh."""
_FORBIDDEN: Final = N_("commands are not run until the configuration says so: set rules.run_commands = true in {file}")
_TOO_MANY: Final = N_("{command} was run for {most} articles; it was not run for {count} more")


class Ruling:
    """One round of the rules."""

    def __init__(self, library: Library, rules: Sequence[Rule], cancelled: Callable[[], bool]) -> None:
        self._library = library
        self._rules = rules
        self._cancelled = cancelled
        self._errors: dict[int, NewstuiError | None] = {}

    def run(self) -> tuple[Notice, ...]:
        """Do everything, and return what is to be told."""
        orders = read_orders(self._rules, self._note)
        library, store = self._library, self._library.store.rules
        done: dict[int, list[str]] = {}
        while waiting := store.list_waiting():
            if any(asks_for_quotes(order.query) for order in orders):
                self._find_quotes(waiting)
            if any(asks_for_words(order.query) for order in orders):
                library.searching.index_waiting(cancelled=self._cancelled)
            if self._cancelled():
                break
            now = library.now()
            for key, ids in store.do_batch(orders, now, now.astimezone().tzinfo or UTC, len(waiting)).items():
                done.setdefault(key, []).extend(ids)
        notices = [notice for rule in self._rules if rule.key in done for notice in self._follow(rule, done[rule.key])]
        for key, error in self._errors.items():
            store.note_error(key, error)
        return tuple(notices + self._list_failures())

    def _note(self, rule: Rule, error: NewstuiError) -> None:
        self._errors[rule.key] = error

    def _find_quotes(self, ids: Sequence[str]) -> None:
        for article_id in ids:
            if self._cancelled():
                return
            with suppress(UsageError):  # it has gone
                self._library.get_reading(article_id)

    def _follow(self, rule: Rule, ids: Sequence[str]) -> list[Notice]:
        """Do what a rule does beside the status; what of it fails is noted."""
        if rule.error is not None:
            self._errors.setdefault(rule.key, None)
        notices: list[Notice] = []
        for action in rule.actions:
            if self._cancelled():
                break
            try:
                match action.kind:
                    case ActionKind.FULLTEXT:
                        self._fetch(ids)
                    case ActionKind.NOTIFY:
                        titles = tuple(article.title for article in self._get(ids[::-1]))  # the newest first
                        notices.append(Notice(rule.query, titles))
                    case ActionKind.RUN:
                        self._run(rule, action, ids)
            except NewstuiError as error:
                self._note(rule, error)
        return notices

    def _get(self, ids: Sequence[str]) -> list[Article]:
        """The articles, but for those that have gone meanwhile."""
        found = []
        for article_id in ids:
            with suppress(UsageError):
                found.append(self._library.store.articles.get(article_id))
        return found

    def _fetch(self, ids: Sequence[str]) -> None:
        """Fetch the full text of what has none; what cannot be had is kept with its article."""
        if not self._library.offline:
            wanted = [article.id for article in self._get(ids) if article.url and article.fulltext_at is None]
            self._library.fulltexts.fetch_many(wanted[:_MOST_PAGES], cancelled=self._cancelled)

    def _run(self, rule: Rule, action: Action, ids: Sequence[str]) -> None:
        settings = self._library.settings
        if not settings["rules.run_commands"]:
            raise UsageError(_FORBIDDEN, file=settings.file or "config.toml")
        from newstui.library.commands import run_command

        for article in self._get(ids[:_MOST_RUNS]):
            if self._cancelled():
                return
            run_command(action.words, article, rule=rule)
        if len(ids) > _MOST_RUNS:
            raise UsageError(_TOO_MANY, command=action.words[0], most=_MOST_RUNS, count=len(ids) - _MOST_RUNS)

    def _list_failures(self) -> list[Notice]:
        queries = {rule.key: rule.query for rule in self._rules}
        return [Notice(queries[key], error=error) for key, error in self._errors.items() if error is not None]
