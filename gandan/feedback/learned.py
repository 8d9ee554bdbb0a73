"""The suggestion as it stands now, kept in memory; how often it was right. Reads only."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, F, Q

from gandan.core.kept import Kept
from gandan.places.models import Agency

from .models import CategoryFit, Feedback
from .suggesting import Model, fitted, suggest


def _read() -> Model:
    model, fit = fitted([]), CategoryFit.objects.first()
    if fit:
        for category, counts in fit.counts.items():
            model.counts[category].update(counts)
        model.texts.update(Counter(fit.texts))
    return model


_model = Kept("feedback.category_fit", _read)


def forget_fit() -> None:
    _model.forget()


def suggested(text: str) -> tuple[str, float]:
    """Code of the category and how sure (0 to 1); ("", 0) when no word is known."""
    return suggest(_model.fresh(), text)


@dataclass(frozen=True)
class Accuracy:
    """Of `n` cases that had a suggestion and were confirmed by an officer, `right` kept it."""

    right: int
    n: int

    @property
    def percent(self) -> int | None:
        """None under 20 cases: too few to say."""
        return round(100 * self.right / self.n) if self.n >= LEAST else None


LEAST = 20


def accuracy(commune: Agency) -> Accuracy:
    """One statement. Only what an officer confirmed counts."""
    rows = Feedback.objects.of(commune).filter(category_confirmed_at__isnull=False).exclude(suggested_category="")
    told = rows.aggregate(n=Count("pk"), right=Count("pk", filter=Q(category=F("suggested_category"))))
    return Accuracy(told["right"], told["n"])
