"""The language switch in a file's text: taken out of its blocks, turned into editions."""

from __future__ import annotations

from typing import Final

from newstui.model import BlockKind, Document, Edition, LanguageOrigin, Reason
from newstui.text.detect import detect_language
from newstui.text.language_switch import LanguageSwitch, take_language_switch
from newstui.text.languages import SIX, matches, primary

_MARK: Final = "\x00"  # stands for a block that is no line of text; no text holds it


def list_editions(switch: LanguageSwitch, language: str | None) -> tuple[Edition, ...]:
    """Return the editions that a switch lists, those in the article's own language left out."""
    others = [tag for tag in switch.languages if not language or not (matches(tag, language) or matches(language, tag))]
    return tuple(Edition(tag, reason=Reason.LISTED) for tag in others)


def tell_language(named: str | None, switch: LanguageSwitch, text: str) -> tuple[str | None, LanguageOrigin | None]:
    """Return an article's language and how it is known: named in its file, or marked in its switch.

    A text that lists its languages must know its own, to leave it out of the list: it is detected if nothing says it.
    """
    declared = named or switch.current
    if declared:
        return declared, LanguageOrigin.DECLARED
    found = detect_language(text, (*switch.languages, *SIX)) if switch.languages else None
    if not found:
        return None, None
    return next((tag for tag in switch.languages if primary(tag) == found[0]), found[0]), LanguageOrigin.DETECTED


def take_block_switch(document: Document) -> tuple[Document, LanguageSwitch]:
    """Return a document without the switch at its end, and what that says."""
    end = len(document.blocks)
    while end and document.blocks[end - 1].kind is BlockKind.RULE:
        end -= 1
    kinds = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING}
    lines = [block.text.replace("\n", " | ") if block.kind in kinds else _MARK for block in document.blocks[:end]]
    kept, switch = take_language_switch(lines)
    if not switch.languages:
        return document, switch
    # The switch is one run of blocks: what was kept before and after it is the beginning and the end of the lines.
    before = next(
        (number for number, line in enumerate(lines) if number >= len(kept) or kept[number] != line), len(lines)
    )
    after = len(kept) - before
    blocks = document.blocks[:before] + (document.blocks[end - after : end] if after else ())
    while blocks and blocks[-1].kind is BlockKind.RULE:
        blocks = blocks[:-1]
    return Document(blocks, document.links), switch
