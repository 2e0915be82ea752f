"""The reader in a browser: who may come in, the page, and a reader's process for each visit."""
