"""All settings: the key, its default, what it accepts, and what it is for; the documentation is made from this table."""

from __future__ import annotations

from typing import Any, Final

from newstui.config.kinds import CONTACT, FLAG, TAGS, TEXT, WORDS, Kind, one_of, whole
from newstui.config.pictures import AUTO, Way
from newstui.errors import N_
from newstui.i18n import INTERFACE_LANGUAGES
from newstui.record import record


@record
class Setting:
    """One key of the configuration: its default, what a value may be, and both in words."""

    key: str
    default: Any
    kind: Kind
    expected: str
    help: str


SETTINGS: Final = (
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
    Setting(
        "refresh.at_start",
        True,
        FLAG,
        N_("true or false"),
        N_("Whether sources that are due are refreshed when the reader starts."),
    ),
    Setting(
        "refresh.every",
        30,
        whole(0, 10_080),
        N_("a whole number of minutes from 0 to 10080"),
        N_("How many minutes pass between two looks for news while the reader is open; 0 for never."),
    ),
    Setting(
        "refresh.metered",
        "pause",
        one_of("pause", "go"),
        N_('"pause" or "go"'),
        N_(
            "Whether refreshes that come by themselves wait while the network is metered, as NetworkManager tells; they "
            "always wait while there is none. A refresh by hand never waits."
        ),
    ),
    Setting(
        "refresh.connections",
        32,
        whole(1, 256),
        N_("a whole number from 1 to 256"),
        N_("How many connections are open at once over all hosts."),
    ),
    Setting(
        "refresh.connections_per_host",
        2,
        whole(1, 8),
        N_("a whole number from 1 to 8"),
        N_("How many connections are open at once to one host."),
    ),
    Setting(
        "refresh.timeout",
        30,
        whole(1, 600),
        N_("a whole number of seconds from 1 to 600"),
        N_("How many seconds one source may take at most."),
    ),
    Setting(
        "refresh.contact",
        "",
        CONTACT,
        N_("a web or mail address"),
        N_(
            "Where the people of a site can reach you: every server is told it beside the program’s name, as those who"
            " refresh many feeds are asked to do. Nothing is told of you if it is empty."
        ),
    ),
    Setting(
        "refresh.programs",
        False,
        FLAG,
        N_("true or false"),
        N_(
            "Whether programs may be sources (exec:COMMAND, filter:COMMAND:URL): they are run, as you, at every refresh,"
            " and a list of sources that you import may name some."
        ),
    ),
    Setting(
        "images.show",
        AUTO,
        one_of(AUTO, *map(str, Way)),
        N_('"auto", "kitty", "sixel", "blocks" or "captions"'),
        N_(
            "How the pictures of an article are shown that are here: by Kitty's protocol, by Sixel, in half blocks, or as "
            "captions alone. “auto” is what the terminal is known for. In tmux it is half blocks; “kitty” needs its option "
            "allow-passthrough."
        ),
    ),
    Setting(
        "images.fetch",
        False,
        FLAG,
        N_("true or false"),
        N_(
            "Whether the pictures of an article are fetched when it is opened, which tells their servers who reads it and "
            "when."
        ),
    ),
    Setting(
        "images.offline",
        False,
        FLAG,
        N_("true or false"),
        N_("Whether a refresh fetches the images of the articles that it brings, for reading offline."),
    ),
    Setting(
        "images.space",
        200,
        whole(1, 1_000_000),
        N_("a whole number of megabytes from 1 to 1000000"),
        N_("How much room kept images may take; beyond it the oldest go first."),
    ),
    Setting(
        "commands.player",
        [],
        WORDS,
        N_('a list of words such as ["mpv", "{url}"]'),
        N_("What plays an article’s audio or video; if empty, the browser. {url} stands for the address."),
    ),
    Setting(
        "commands.viewer",
        [],
        WORDS,
        N_('a list of words such as ["feh", "{url}"]'),
        N_(
            "What shows an image; if empty, the browser. {url} stands for its address, or for its file where it is kept."
        ),
    ),
    Setting(
        "commands.browser",
        [],
        WORDS,
        N_('a list of words such as ["firefox", "{url}"]'),
        N_("What opens a link; if empty, the system's browser. {url} stands for the address."),
    ),
    Setting(
        "commands.convert",
        [],
        WORDS,
        N_('a list of words such as ["pandoc", "--from=html", "--output={file}"]'),
        N_(
            "What makes files of other kinds, as EPUB or PDF, of an article or a whole list. {file} stands for the file, "
            "{title} for its title; the page comes on the standard input, or as the file {page}."
        ),
    ),
    Setting(
        "commands.copy",
        [],
        WORDS,
        N_('a list of words such as ["wl-copy"]'),
        N_("What takes copied text on its standard input; if empty, the terminal itself (OSC 52)."),
    ),
    Setting(
        "rules.run_commands",
        False,
        FLAG,
        N_("true or false"),
        N_("Whether rules may run commands; until then a rule that runs one says that it may not."),
    ),
    Setting(
        "keeping.days",
        0,
        whole(0, 36_500),
        N_("a whole number of days from 0 to 36500"),
        N_("How many days articles are kept; 0 for ever. What is starred or tagged is always kept."),
    ),
    Setting(
        "keeping.articles",
        0,
        whole(0, 1_000_000),
        N_("a whole number from 0 to 1000000"),
        N_("How many articles of each source are kept, the newest; 0 for all."),
    ),
    Setting(
        "keeping.unread",
        False,
        FLAG,
        N_("true or false"),
        N_("Whether articles that you have not read go too."),
    ),
    Setting(
        "notifications.by",
        "off",
        one_of("off", "osc", "osc9", "osc777", "command"),
        N_('one of "off", "osc", "osc9", "osc777", "command"'),
        N_(
            "What tells the desktop of news after a refresh that came by itself, unless the reader is looked at: the "
            "terminal (osc; osc9 and osc777 name the one that yours understands) or a command of yours."
        ),
    ),
    Setting(
        "notifications.about",
        "news",
        one_of("news", "rules"),
        N_('"news" or "rules"'),
        N_("What is told: all new articles, or only what rules with “notify” find."),
    ),
    Setting(
        "notifications.command",
        [],
        WORDS,
        N_('a list of words such as ["notify-send", "newstui", "{text}"]'),
        N_(
            "The command that tells the desktop, run without a shell. {text} stands for all of it, {count} for the number "
            "of articles, {title} and {source} for the newest one’s headline and source."
        ),
    ),
    Setting(
        "serve.programs",
        False,
        FLAG,
        N_("true or false"),
        N_(
            "Whether a reader that newstui serve shows in a browser may run programs: players, viewers, those of [share], "
            "rules that run commands, sources that are programs. They run on the machine that serves."
        ),
    ),
    Setting(
        "keys.preset",
        "newstui",
        one_of("newstui", "newsboat", "vim", "plain"),
        N_('one of "newstui", "newsboat", "vim", "plain"'),
        N_("Whose habits the keys follow; what else [keys] names is laid over them."),
    ),
)
