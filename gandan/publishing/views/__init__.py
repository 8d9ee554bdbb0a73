"""Pages of publishing: the player of a screen, the officer's playlists."""
