"""Web push (RFC 8030, 8291, 8292): `keys` is who we are to the push services, `sending` speaks to one browser."""
