"""Pages of the citizen that belong to no single app: the home page of a commune, “hồ sơ của tôi”, the choice of commune."""
