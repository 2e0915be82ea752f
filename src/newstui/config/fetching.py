"""Settings of refreshes and of images."""

from __future__ import annotations

from typing import Final

from newstui.config.kinds import CONTACT, FLAG, one_of, whole
from newstui.config.pictures import AUTO, Way
from newstui.config.setting import Setting
from newstui.errors import N_

FETCHING: Final = (
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
)
