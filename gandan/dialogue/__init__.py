"""Dialogue: citizen reception, petitions with their legal limits, conferences and visits to the villages."""
