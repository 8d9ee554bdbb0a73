"""How the suppliers of a channel have behaved lately."""

from __future__ import annotations

from django.db import models


class Supplier(models.Model):
    """The stored state of `suppliers.Health`: moved after each batch, read before the next."""

    name = models.CharField(max_length=40, unique=True)
    channel = models.CharField(max_length=8)
    weight = models.PositiveSmallIntegerField(default=100, help_text="share of the traffic against its fellows")
    accepted = models.PositiveIntegerField(default=0, help_text="in this window")
    failed = models.PositiveIntegerField(default=0, help_text="in this window: no answer, fault or too slow")
    window_at = models.DateTimeField(help_text="start of the window")
    probe_at = models.DateTimeField(null=True, blank=True, help_text="resting until then; one message goes to see")
    failed_at = models.DateTimeField(null=True, blank=True, help_text="the last time")
    accepted_at = models.DateTimeField(null=True, blank=True, help_text="the last time")
