"""How often the public may send. A whole hall stands behind one network address, so limits there are wide."""

from datetime import timedelta

HOUR = timedelta(hours=1)
PER_DOSSIER, PER_ADDRESS = 5, 30
