"""The only room that knows SQL: one SQLite file for each user, through apsw."""
