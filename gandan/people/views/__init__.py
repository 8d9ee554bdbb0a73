"""Pages of people, one file per audience."""
