"""The telephone exchange: `webhook` reads what any exchange may post, `ami` listens to an Asterisk, `recordings` are its files."""
