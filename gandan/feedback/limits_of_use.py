"""How often the public may send. A whole hall stands behind one network address, so limits there are wide."""

from datetime import timedelta

HOUR = timedelta(hours=1)
PER_DOSSIER, PER_ADDRESS = 5, 30
REPORTS_PER_ADDRESS, SAME_TEXT_A_DAY, DAY = 20, 4, timedelta(days=1)
FOLLOWS_PER_ADDRESS, PRESSES_PER_KEY = 30, 20
OPEN311_PER_KEY = 600
