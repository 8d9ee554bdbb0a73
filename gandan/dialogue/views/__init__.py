"""Pages of dialogue, by what one comes for."""
