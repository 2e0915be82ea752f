"""The article: laid out in lines once for a width, painted a line at a time."""
