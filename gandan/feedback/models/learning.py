"""What the suggestion of categories learned."""

from __future__ import annotations

from django.db import models


class CategoryFit(models.Model):
    """One fitting of the suggestion: the confirmed cases it saw and how often each feature stood in each category.

    `counts`: category → feature → times, without the seeds; `texts`: category → cases. No text can be put together again.
    """

    at = models.DateTimeField()
    cases = models.PositiveIntegerField()
    counts = models.JSONField()
    texts = models.JSONField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Gợi ý lĩnh vực học từ {self.cases} phản ánh"
