"""Settings of other programs, of rules, of what is kept and told, and whose keys hold."""

from __future__ import annotations

from typing import Final

from newstui.config.kinds import FLAG, WORDS, one_of, whole
from newstui.config.setting import Setting
from newstui.errors import N_

PROGRAMS: Final = (
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
