"""How often the public may ask. A whole hall, or a telephone company, stands behind one network address."""

from datetime import timedelta

HOUR = timedelta(hours=1)
QUESTIONS, TURNS, PAPERS, TOUCHES = 30, 120, 240, 300
"""From one address in an hour."""
TURNS_OF_THREAD = 30
"""In one thread in an hour."""
