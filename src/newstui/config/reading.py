"""Settings of what is read, how it looks, and what is said of quotations."""

from __future__ import annotations

from typing import Final

from newstui.config.kinds import FLAG, TAGS, TEXT, one_of, whole
from newstui.config.setting import Setting
from newstui.errors import N_
from newstui.i18n import INTERFACE_LANGUAGES

READING: Final = (
    Setting(
        "languages",
        [],
        TAGS,
        N_('a list of language tags such as ["de", "fr", "en"]'),
        N_("The languages that you read, the dearest first: a story is shown in the first of them that it exists in."),
    ),
    Setting(
        "interface_language",
        "",
        one_of("", *INTERFACE_LANGUAGES),
        N_('one of "nl", "en", "de", "fr", "es", "pt"'),
        N_("The language of menus and messages; if empty, the first of the languages that you read."),
    ),
    Setting(
        "linear",
        False,
        FLAG,
        N_("true or false"),
        N_("Whether newstui reads line by line, without a screen, as with --linear: for screen readers."),
    ),
    Setting("theme", "newstui-dark", TEXT, N_("a theme's name"), N_("The colours.")),
    Setting(
        "text_width",
        66,
        whole(20, 400),
        N_("a whole number from 20 to 400"),
        N_("How many columns wide the text of an article is at most."),
    ),
    Setting(
        "hyphenate",
        True,
        FLAG,
        N_("true or false"),
        N_("Whether words are broken by the rules of the article's language where a line would else stay short."),
    ),
    Setting(
        "justify",
        False,
        FLAG,
        N_("true or false"),
        N_("Whether the lines of running text are made equally long; words are broken then in any case."),
    ),
    Setting(
        "bidi",
        "auto",
        one_of("auto", "on", "off"),
        N_('"auto", "on" or "off"'),
        N_(
            "Whether text that is read from right to left is put in order for the screen. “auto” leaves it to terminals "
            "that are known to do it themselves: VTE from 0.58 (GNOME Terminal and others), Konsole, mlterm, mintty, "
            "Terminal on macOS. In kitty “on” needs its own setting force_ltr."
        ),
    ),
    Setting(
        "ascii",
        "auto",
        one_of("auto", "on", "off"),
        N_('"auto", "on" or "off"'),
        N_(
            "Whether frames, marks and arrows are drawn in letters. “auto” does so on the console of Linux and where the "
            "locale speaks another encoding than UTF-8; what that lacks is a question mark there."
        ),
    ),
    Setting(
        "quotation_marks",
        "auto",
        one_of("auto", "article", "written", *INTERFACE_LANGUAGES),
        N_('"auto", "article", "written" or one of "nl", "en", "de", "fr", "es", "pt"'),
        N_(
            "Whose typography a copied quotation gets: that of the interface's language (auto), of the article's, "
            "as it is written there, or one of your choice."
        ),
    ),
    Setting(
        "quotes.copy_as",
        "text",
        one_of("text", "markdown", "plain"),
        N_('"text", "markdown" or "plain"'),
        N_("How a quotation is copied: with its source in brackets, as a quotation in Markdown, or the words alone."),
    ),
    Setting(
        "quotes.by_speaker",
        False,
        FLAG,
        N_("true or false"),
        N_("Whether the pane of quotes lists them by speaker; if not, in the order of the article."),
    ),
    Setting(
        "quotes.expressions",
        True,
        FLAG,
        N_("true or false"),
        N_("Whether titles, names and so-called expressions in quotation marks are listed and highlighted too."),
    ),
)
