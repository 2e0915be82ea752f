"""From the text of a query to its tree.

    query  = either                      either = all { ("OR" | "|") all }
    all    = part { ["AND"] part }       part   = ("-" | "NOT") part | "(" either ")" | [field ":"] word

Words without a letter or digit (a dash, an ellipsis) ask nothing and are passed over, as in a headline that was pasted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from newstui.errors import N_
from newstui.text.folding import has_words
from newstui.text.query.fields import read_field
from newstui.text.query.lexing import Sign, Token, read_tokens
from newstui.text.query.mistakes import QueryError
from newstui.text.query.tree import EVERYTHING, And, Not, Or, Query, Words

_DEEPEST: Final = 40
_LONGEST: Final = 200
"""Words of a query: more than anybody types, fewer than the index refuses."""

_TOO_DEEP: Final = N_("The query nests too deeply here; leave out some parentheses.")
_TOO_LONG: Final = N_("The query is too long from here on; {longest} words are the most.")
_NOTHING: Final = N_("There is no letter or digit to look for; write a word.")
_ONE_SIDED: Final = N_("{sign} stands between two things; write one on this side too, or put it in quotation marks.")
_NOTHING_DENIED: Final = N_("Nothing follows {sign}; write what is not wanted, or leave it out.")
_EMPTY: Final = N_("There is nothing between these parentheses; write something, or leave them out.")
_UNOPENED: Final = N_("This parenthesis was never opened; leave it out, or open one before it.")
_UNCLOSED: Final = N_("This parenthesis is never closed; write ) where it ends.")


def parse_query(text: str, *, unfinished: bool = False) -> Query:
    """Return the tree of a query, EVERYTHING for an empty one; raises QueryError where it cannot be read.

    With `unfinished` words at the end of the text may go on.
    """
    tokens = [token for token in read_tokens(text) if token.sign or token.field or has_words(token.text)]
    if not tokens:
        if text.strip():
            raise QueryError(_NOTHING, 0, len(text))
        return EVERYTHING
    if len(tokens) > _LONGEST:
        raise QueryError(_TOO_LONG, tokens[_LONGEST].start, len(text), longest=_LONGEST)
    parser = _Parser(tokens, len(text) if unfinished else None)
    tree = parser.read_either(0)
    if parser.next is not None:
        raise QueryError(_UNOPENED, parser.next.start, parser.next.end)
    return tree


class _Parser:
    """Reads tokens by recursive descent; `next` is the token that comes, None at the end.

    Words that end at `unfinished`, a place in the query, may go on.
    """

    def __init__(self, tokens: list[Token], unfinished: int | None) -> None:
        self._tokens = tokens
        self._unfinished = unfinished
        self._at = 0

    @property
    def next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _comes(self, *signs: Sign) -> bool:
        return self.next is not None and self.next.sign in signs

    def read_either(self, depth: int) -> Query:
        parts = [self._read_all(depth)]
        while self._comes(Sign.OR):
            sign = self._take()
            self._demand_part(sign)
            parts.append(self._read_all(depth))
        if len(parts) == 1:
            return parts[0]
        flat = tuple(inner for part in parts for inner in (part.parts if isinstance(part, Or) else (part,)))
        return Or(flat, start=parts[0].start, end=parts[-1].end)

    def _read_all(self, depth: int) -> Query:
        if self.next is not None and self._comes(Sign.OR, Sign.AND):
            raise QueryError(_ONE_SIDED, self.next.start, self.next.end, sign=self.next.text)
        parts = [self._read_part(depth)]
        while self.next is not None and not self._comes(Sign.OR, Sign.CLOSE):
            if self._comes(Sign.AND):
                self._demand_part(self._take())
            parts.append(self._read_part(depth))
        if len(parts) == 1:
            return parts[0]
        flat = tuple(inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,)))
        return And(flat, start=parts[0].start, end=parts[-1].end)

    def _demand_part(self, sign: Token) -> None:
        if self.next is None or self._comes(Sign.OR, Sign.AND, Sign.CLOSE):
            raise QueryError(_ONE_SIDED, sign.start, sign.end, sign=sign.text)

    def _read_part(self, depth: int) -> Query:
        token = self._take()
        if depth > _DEEPEST:
            raise QueryError(_TOO_DEEP, token.start, token.end)
        if token.sign is Sign.NOT:
            return self._read_denied(token, depth)
        if token.sign is Sign.OPEN:
            return self._read_group(token, depth)
        if token.sign is not None:
            raise QueryError(_UNOPENED, token.start, token.end)
        if token.field:
            leaf = read_field(token)
        else:
            leaf = Words(token.text, prefix=token.prefix, quoted=token.quoted, start=token.start, end=token.end)
        if isinstance(leaf, Words) and leaf.end == self._unfinished and not (leaf.prefix or leaf.quoted):
            return replace(leaf, unfinished=True)
        return leaf

    def _read_denied(self, sign: Token, depth: int) -> Not:
        if self.next is None or self._comes(Sign.OR, Sign.AND, Sign.CLOSE):
            raise QueryError(_NOTHING_DENIED, sign.start, sign.end, sign=sign.text)
        part = self._read_part(depth + 1)
        return Not(part, start=sign.start, end=part.end)

    def _read_group(self, opening: Token, depth: int) -> Query:
        if self._comes(Sign.CLOSE):
            raise QueryError(_EMPTY, opening.start, self._take().end)
        if self.next is None:
            raise QueryError(_UNCLOSED, opening.start, opening.end)
        inner = self.read_either(depth + 1)
        if self.next is None:
            raise QueryError(_UNCLOSED, opening.start, opening.end)
        self._take()
        return inner
