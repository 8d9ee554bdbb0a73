"""Visits to the hamlets: weeks of the quarter, hamlets reached, and the diary on a telephone."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.core.keys import new_key
from gandan.measures.periods import Period, chosen, quarter_of
from gandan.people.access import OfficerRequest, officer
from gandan.places.models import Hamlet

from ..forms import HoldForm, QuestionForm
from ..models import Duty, DutyKind, Occasion, OccasionKind
from ..workflow import OccasionStatus
from .finding import KEEPERS, occasion_of, tabs


@officer(*KEEPERS)
def visits(request: OfficerRequest) -> HttpResponse:
    """13/13 weeks, every hamlet; a missing week is red from Monday on."""
    today = localdate()
    period = chosen(request.GET, today, default="quy-nay") if request.GET else quarter_of(today)
    rows = Occasion.objects.of(request.commune).filter(
        kind=OccasionKind.VISIT, starts_at__date__range=(period.start, period.end)
    )
    weeks = Duty.objects.filter(
        commune=request.commune, kind=DutyKind.VISIT, starts_on__gte=period.start, starts_on__lte=period.end
    )
    cells = [_cell(one, today) for one in weeks]
    judged = [one for one in cells if one["look"] != "next"]
    hamlets = _hamlets(request, period)
    facts = {
        "tabs": tabs("visits"), "period": period, "weeks": cells, "judged": len(judged),
        "met": sum(one["look"] == "done" for one in judged), "hamlets": hamlets,
        "reached": sum(one.visits_held > 0 for one in hamlets),
        "rows": rows.select_related("host", "hamlet").annotate(raised=Count("opinions")).order_by("-starts_at"),
        "plan": f"{reverse('dialogue:plan_occasion')}?loai=visit",
    }  # fmt: skip
    return render(request, "dialogue/officer/visits.html", facts)


def _cell(duty: Duty, today: Any) -> dict[str, Any]:
    """The running week without a visit is still to come, not missed."""
    if duty.met_at:
        look, words = "done", "đã đi"
    elif duty.ends_on < today:
        look, words = "late", "thiếu"
    else:
        look, words = "next", "tuần này"
    return {"duty": duty, "look": look, "words": words}


def _hamlets(request: OfficerRequest, period: Period) -> list[Any]:
    held = Q(
        occasions__kind=OccasionKind.VISIT, occasions__status=OccasionStatus.HELD,
        occasions__held_at__date__range=(period.start, period.end),
    )  # fmt: skip
    return list(Hamlet.objects.of(request.commune).annotate(visits_held=Count("occasions", filter=held)))


@officer(*KEEPERS)
def diary(request: OfficerRequest, pk: int) -> HttpResponse:
    """On the way: opinions are written down one by one, photo and position at the end."""
    one = occasion_of(request, pk)
    if one.kind != OccasionKind.VISIT:
        raise Http404
    facts = {
        "one": one, "opinions": one.opinions.all(), "opinion_form": QuestionForm(
            None, commune=request.commune, initial={"press": new_key(), "hamlet": one.hamlet_id}
        ),
        "hold_form": HoldForm(None, None, occasion=one), "has_begun": one.starts_at <= timezone.now(),
    }  # fmt: skip
    return render(request, "dialogue/officer/diary.html", facts)
