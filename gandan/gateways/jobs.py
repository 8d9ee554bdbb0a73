"""What the clock and the queue do for the outside world: fetch pictures sent in Zalo, read the mailbox."""

from django.conf import settings
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from . import actions, fetching
from .models import InboundFile


@app.task(queue="messages", retry=RetryStrategy(max_attempts=6, exponential_wait=4))
def fetch_file(file_id: int) -> None:
    """Raises `NoAnswer` to be tried again; what may not or cannot be had stays an address."""
    file = InboundFile.objects.select_related("message").filter(pk=file_id).first()
    if file is None or not file.source or not fetching.may_fetch(file.source):
        return
    content = fetching.fetch(file.source, most_bytes=settings.UPLOAD_MAX_BYTES)
    if content is not None:
        actions.keep_file(file, content, now=timezone.now())


@app.task(queue="messages", lock="mailbox", queueing_lock="mailbox")
def read_mailbox(timestamp: int) -> None:
    """New letters of the mailbox, if one is set."""
    if settings.IMAP_HOST:
        from .imap.reading import read_new

        read_new(now=timezone.now())
