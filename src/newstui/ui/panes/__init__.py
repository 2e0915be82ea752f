"""The panes beside the headlines and the article: sources, languages, quotes."""
