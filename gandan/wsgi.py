"""Pages: served by granian with blocking threads (docs/adr/0003-granian-and-a-stream-process.md)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.settings")
application = get_wsgi_application()
