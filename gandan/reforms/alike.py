"""Models of the registry like a given one, for the page and for the rule. Reads only."""

from __future__ import annotations

from dataclasses import dataclass

from .models import Reform
from .similarity import Described, nearest
from .workflow import IN_REGISTRY


@dataclass(frozen=True)
class AlikeModel:
    model: Reform
    score: float
    percent: int


def described(reform: Reform) -> Described:
    return Described(reform.pk, reform.name, reform.summary)


def models_like(reform: Reform) -> list[AlikeModel]:
    """The most alike first; only those worth a look (gandan/reforms/similarity.py)."""
    registry = Reform.objects.filter(status__in=IN_REGISTRY).only("pk", "name", "summary")
    found = nearest(described(reform), map(described, registry))
    models = Reform.objects.select_related("owner").in_bulk([one.key for one in found])
    return [AlikeModel(models[one.key], one.score, one.percent) for one in found]
