"""Live streams: a small process beside the pages, so that an open list costs a coroutine and not a thread.

`GET /live/office` tells a signed-in officer that a dossier of the own commune changed: “event: changed”, no data. One
connection listens to PostgreSQL for all streams of the process; it comes back by itself after a restart of the database.
"""

from __future__ import annotations

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.settings")
django.setup()

from gandan.desk.live import Live  # noqa: E402  # the apps must be ready first

application = Live()
