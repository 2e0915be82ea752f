"""Sitemaps (sitemaps.org, 0.9): where a site lists its pages, and in which other languages it says they are."""

from __future__ import annotations

from newstui.sources.sitemaps.order import order_sitemaps
from newstui.sources.sitemaps.reading import Sitemap, SitemapReference, read_sitemap
from newstui.sources.sitemaps.robots import list_sitemaps

__all__ = ["Sitemap", "SitemapReference", "list_sitemaps", "order_sitemaps", "read_sitemap"]
