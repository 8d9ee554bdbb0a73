"""The measured effect, kept: weekly figures of each commune and the reckoned results, so that a page reads and does not reckon."""

from __future__ import annotations

from django.db import models

from .adoption import Adoption
from .registry import Reform


class Verdict(models.TextChoices):
    """What the interval says; the honest empty results are results."""

    BETTER = "better", "Tốt lên rõ"
    WORSE = "worse", "Kém đi rõ"
    NONE = "none", "Chưa thấy thay đổi"
    TOO_FEW = "too_few", "Chưa đủ số liệu"


class Effect(models.Model):
    """Before and after of one measure: of one adopting agency, or of all adopters together (`adoption` empty)."""

    reform = models.ForeignKey(Reform, models.CASCADE, related_name="effects")
    measure = models.CharField(max_length=60)
    adoption = models.ForeignKey(Adoption, models.CASCADE, null=True, related_name="effects")
    before = models.FloatField(null=True)
    after = models.FloatField(null=True)
    n_before = models.PositiveIntegerField(default=0)
    n_after = models.PositiveIntegerField(default=0)
    difference = models.FloatField(
        null=True, help_text="after − before, less the change of the others where there are any"
    )
    low = models.FloatField(null=True, help_text="95 % interval")
    high = models.FloatField(null=True)
    compared = models.PositiveIntegerField(
        default=0, help_text="communes without the model it is compared against; 0: none"
    )
    adopters = models.PositiveIntegerField(default=1, help_text="agencies reckoned")
    waiting = models.PositiveIntegerField(default=0, help_text="adopters too new or with too few cases")
    verdict = models.CharField(max_length=8, choices=Verdict)
    series = models.JSONField(
        default=dict, help_text='{"weeks": […], "adopters": […], "others": […]}, week 0 the first with the model'
    )
    reckoned_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reform", "measure", "adoption"], nulls_distinct=False, name="one_effect_each"
            )
        ]
