"""Pages of the officer: find the dossier of the own office, ask the form, press the verb, go back."""
