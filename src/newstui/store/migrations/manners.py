"""When a feed asks not to be fetched, and whether its server may lie in the user's own network."""

from __future__ import annotations

from typing import Final

MANNERS: Final = """
-- rest: bit n is hour n of a day in UTC in which the feed is not to be fetched, bit 24 + n day n of a week from Monday.
ALTER TABLE feeds ADD COLUMN rest INTEGER NOT NULL DEFAULT 0;
-- home: whether its server lay in a private network when it first answered.
ALTER TABLE feeds ADD COLUMN home INTEGER;
"""
