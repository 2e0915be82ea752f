"""Articles for other programs and for paper: text, Markdown, HTML, JSON."""
