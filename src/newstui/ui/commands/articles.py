"""What is done with the article."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import IN_STORY, Command, Pane

ARTICLES: Final = (
    Command(
        "article.read",
        ("m",),
        N_("Read or unread"),
        N_("Mark the article as read, or as unread again."),
        footer=(Pane.HEADLINES,),
    ),
    Command(
        "article.star",
        ("s",),
        N_("Star"),
        N_("Star the article, or take its star away. What is starred is kept for good."),
        footer=IN_STORY,
    ),
    Command("article.next", ("J",), N_("Next article"), N_("Open the next article, read or not.")),
    Command("article.previous", ("K",), N_("Previous article"), N_("Open the article before, read or not.")),
    Command("article.browser", ("o",), N_("Browser"), N_("Open the article in the browser."), footer=IN_STORY),
    Command("article.copy-link", ("alt+y",), N_("Copy link"), N_("Copy the article's address.")),
    Command(
        "article.fulltext",
        ("x",),
        N_("Full text"),
        N_("Fetch the whole article from its page; then change between the page’s text and what the feed said."),
        footer=(Pane.ARTICLE,),
    ),
)
