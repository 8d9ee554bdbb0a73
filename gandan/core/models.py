"""Two small tables that every face needs: answers already given to a repeated request, and counters of tries."""

from django.db import models


class RepeatedRequest(models.Model):
    """The answer to a write that carried an `Idempotency-Key`: the same key gets the same answer, once."""

    key = models.CharField(max_length=128)
    scope = models.CharField(max_length=200, help_text="who and which endpoint")
    fingerprint = models.CharField(
        max_length=64, help_text="SHA-256 of the body: another body under the same key is refused"
    )
    status_code = models.PositiveSmallIntegerField(null=True)
    answer = models.JSONField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "scope"], name="one_answer_per_key")]


class TryCount(models.Model):
    """How often something was tried in a window (look-ups, one-time codes). One atomic statement per try."""

    what = models.CharField(max_length=200)
    window = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["what", "window"], name="one_count_per_window")]
