"""Words of other scripts than the Latin one are folded in the index: articles that have them wait for it anew."""

from __future__ import annotations

from typing import Final

SCRIPTS: Final = """
INSERT OR IGNORE INTO unindexed (article) SELECT number FROM articles
WHERE language IS NULL OR lower(substr(language, 1, 2)) IN (
    'ar', 'be', 'bg', 'ck', 'el', 'fa', 'he', 'iw', 'kk', 'ku', 'ky', 'mk', 'mn', 'ps', 'ru', 'sd', 'sr', 'tg', 'ug', 'uk',
    'ur', 'uz', 'yi'
);
"""
