"""Delivering messages: tried again with growing pauses until the channel takes them."""

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from . import actions
from .models import Message


@app.task(queue="messages", retry=RetryStrategy(max_attempts=actions.MOST_TRIES, exponential_wait=5))
def deliver(message_id: int) -> None:
    actions.deliver(Message.objects.select_related("entry").get(pk=message_id), now=timezone.now())
