"""Forms of the dossier, one module per audience."""
