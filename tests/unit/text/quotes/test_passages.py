from __future__ import annotations

import subprocess
import sys

from newstui.model import SUMMARY, TITLE, Block, BlockKind, Document, QuoteSpan
from newstui.text.quotes import find_quotes
from newstui.text.quotes.passages import list_passages

DOCUMENT = Document((Block(BlockKind.PARAGRAPH, "Text."), Block(BlockKind.RULE, ""), Block(BlockKind.CODE, "x = 'y'")))


def test_lists_title_summary_and_blocks_with_their_numbers() -> None:
    assert [passage.number for passage in list_passages(DOCUMENT, "Title", "Summary")] == [TITLE, SUMMARY, 0]


def test_leaves_out_what_is_missing() -> None:
    assert [passage.number for passage in list_passages(DOCUMENT, "", None)] == [0]


def test_quotations_in_title_and_summary_count() -> None:
    quotes = find_quotes(
        Document(), title="Mayor: ‘We are sorry’", summary="“It was a mistake,” said Ann Ford.", language="en"
    )
    assert [quote.spans for quote in quotes] == [(QuoteSpan(TITLE, 8, 20),), (QuoteSpan(SUMMARY, 1, 18),)]


def test_the_package_alone_does_not_load_the_engine() -> None:
    code = (
        "import sys, newstui.text.quotes; print('newstui.text.quotes.engine' in sys.modules, 'tomllib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
