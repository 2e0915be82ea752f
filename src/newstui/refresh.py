"""Due sources -> fetch -> parse -> decide -> store; one result a source."""
