"""Running a command of the user's for an article: without a shell, what the article says in the environment alone.

Nothing that a feed says becomes a part of a command but {id} and {url}: a headline that begins with a dash would be
read as an option. A command finds the rest in the environment (docs/rules.md).
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from typing import Final

from newstui.errors import N_, UsageError
from newstui.model import Article, Rule
from newstui.text.clean import clean_line

_PATIENCE: Final = 30.0
"""Seconds after which a command is ended."""


def run_command(
    words: Sequence[str],
    article: Article,
    *,
    rule: Rule | None = None,
    text: str | None = None,
    patience: float = _PATIENCE,
) -> None:
    """Run a command for an article and wait for its end; raises UsageError where it fails or takes too long.

    `rule` is the one that asks for it; `text` is given to its standard input.
    """
    command = [word.replace("{id}", article.id).replace("{url}", article.url or "") for word in words]
    run_program(
        command,
        given=(text or "").encode(),
        environment=os.environ | describe_article(article, rule),
        patience=patience,
    )


def run_program(
    command: Sequence[str], *, given: bytes = b"", environment: Mapping[str, str] | None = None, patience: float
) -> None:
    """Run a program without a shell and wait for its end; raises UsageError, with the last line that it said.

    `given` is what it finds at its standard input, `environment` its own, or None for ours.
    """
    try:
        done = subprocess.run(
            command,
            input=given,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UsageError(
            N_("{command} was ended after {seconds} seconds"), command=command[0], seconds=round(patience)
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(N_("{command} cannot be run: {reason}"), command=command[0], reason=reason) from None
    if done.returncode:
        last = clean_line(done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2])
        raise UsageError(
            N_("{command} ended with status {status}: {words}"),
            command=command[0],
            status=done.returncode,
            words=last or "-",
        )


def describe_article(article: Article, rule: Rule | None = None) -> dict[str, str]:
    """Return what a command finds in its environment; no value holds a line break or a control character."""
    facts = {
        "ID": article.id,
        "TITLE": article.title,
        "URL": article.url,
        "PATH": article.path,
        "SOURCE": article.source_title,
        "LANGUAGE": article.language,
        "SUMMARY": article.summary,
        "AUTHORS": ", ".join(article.authors),
        "PUBLISHED": article.published.isoformat() if article.published else None,
        "TAGS": ", ".join(article.status.tags),
        "RULE": rule.query if rule else None,
    }
    return {f"NEWSTUI_{name}": clean_line(value or "") for name, value in facts.items()}
