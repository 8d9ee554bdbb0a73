"""Pages of the dossier, one module per audience."""
