"""Pages of reforms: registry, adoption, following up, learning, packages, effect."""
