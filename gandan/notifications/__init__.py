"""The notice ladder: on-screen inbox and e-mail now; every event that a citizen should hear of has its reaction here."""
