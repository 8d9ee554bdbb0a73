"""The suggestion of categories is fitted anew to what officers confirmed."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from django.db import transaction

from gandan.journal.actions import record
from gandan.people.models import User

from ..events import CategoriesLearned
from ..learned import forget_fit
from ..models import CategoryFit, Feedback
from ..suggesting import Model
from ..workflow import Status

MOST_CASES, MOST_FEATURES, KEPT_FITS = 20_000, 4_000, 3


@transaction.atomic
def learn(*, by: User | None, now: datetime) -> CategoryFit:
    """From the newest confirmed cases of the whole installation. Rare features are dropped: they say little, and could say
    who wrote them."""
    rows = Feedback.objects.filter(category_confirmed_at__isnull=False).exclude(status=Status.SPAM)
    model = Model()
    for category, text in rows.order_by("-category_confirmed_at").values_list("category", "text")[:MOST_CASES]:
        model.see(category, text)
    counts = {category: _frequent(seen) for category, seen in model.counts.items()}
    made = CategoryFit.objects.create(at=now, cases=sum(model.texts.values()), counts=counts, texts=dict(model.texts))
    stale = CategoryFit.objects.values_list("pk", flat=True)[KEPT_FITS:]
    CategoryFit.objects.filter(pk__in=list(stale)).delete()
    record(CategoriesLearned(fit_id=made.pk, cases=made.cases), about=made, by=by, at=now, is_first=True)
    forget_fit()
    return made


def _frequent(seen: Counter[str]) -> dict[str, int]:
    return {feature: count for feature, count in seen.most_common(MOST_FEATURES) if count > 1}
