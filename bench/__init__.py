"""The benchmark behind `gandan bench`: its own database and server, a bounded client, one table. Loopback only."""
