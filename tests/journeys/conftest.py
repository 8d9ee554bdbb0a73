"""The stage of the journeys: one loaded database, a live server in this process, a real Chromium.

The server runs in this process so that a story can say what time it is; jobs run when the story says `settle()`.
"""

import os

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # playwright keeps an event loop in this thread

PATIENCE = 8000
