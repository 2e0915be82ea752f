"""From bytes to articles: feeds, text files, Markdown, HTML, directories; no network."""
