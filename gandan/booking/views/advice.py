"""Legal advice: note it, offer it without names, approve it; how many of each field in the month."""

from __future__ import annotations

from datetime import time, timedelta

from django.contrib import messages
from django.db.models import Count, Sum
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from gandan.booking import actions
from gandan.booking.actions.advising import Talk
from gandan.booking.forms import OfferForm, TalkForm
from gandan.booking.models import Advice, Appointment
from gandan.booking.programmes import ADVICE, matters_of
from gandan.measures.periods import last_months, month_of
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role
from gandan.places.calendar import vietnam_moment
from gandan.places.models import Agency
from gandan.programmes.kinds import kind_named
from gandan.programmes.running import in_term

from .roles import STAFF


def _fields(commune: Agency) -> list[str]:
    """Topics of the running programmes, else those the kind proposes."""
    rules = in_term(ADVICE, commune, localtime().date())
    values = [rule.values for rule in rules] or [
        kind_named(ADVICE).read({"windows": [{"weekday": 0, "from": "8:00", "to": "9:00"}]})
    ]
    return list(dict.fromkeys(name for one in values for name in matters_of(one)))


@officer(*STAFF)
def advice(request: OfficerRequest) -> HttpResponse:
    """The month: count and minutes by field, then each talk."""
    months = last_months(localtime().date(), 13)[::-1]
    first = next((one for one in months if f"{one:%Y-%m}" == request.GET.get("thang")), months[0])
    period = month_of(first)
    since, until = vietnam_moment(period.start, time()), vietnam_moment(period.end + timedelta(days=1), time())
    rows = Advice.objects.of(request.commune).filter(given_at__gte=since, given_at__lt=until)
    by_field = rows.values("field").annotate(count=Count("pk"), minutes=Sum("minutes")).order_by("-count", "field")
    page = {
        "rows": rows.select_related("officer").order_by("-given_at"), "by_field": by_field, "first": first, "months": months,
        "offered": Advice.objects.of(request.commune).offered(), "is_leader": request.office.holds(Role.LEADER),
    }  # fmt: skip
    return render(request, "booking/officer/advice.html", page)


@officer(*STAFF)
def note_advice(request: OfficerRequest) -> HttpResponse:
    """Somebody walked in, or came by appointment (`lich`)."""
    held = Appointment.objects.of(request.commune).filter(pk=_number(request.GET.get("lich", ""))).first()
    fields = _fields(request.commune)
    if held is not None and held.matter and held.matter not in fields:
        fields.append(held.matter)
    form = TalkForm(
        fields, request.POST or None, initial={"field": held.matter, "question": held.words} if held else None
    )
    if request.method == "POST" and form.is_valid():
        talk = Talk(**form.cleaned_data, appointment=held)
        made = actions.note_advice(request.commune, talk, by=request.user, now=localtime())
        messages.success(request, "Đã ghi lượt tư vấn.")
        return redirect("booking:advice_talk", made.pk)
    return render(request, "booking/officer/note_advice.html", {"form": form, "held": held})


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 15 else 0


def _find(request: OfficerRequest, pk: int) -> Advice:
    return get_object_or_404(Advice.objects.of(request.commune).select_related("officer", "approved_by"), pk=pk)


@officer(*STAFF)
def advice_talk(request: OfficerRequest, pk: int) -> HttpResponse:
    """One talk; offering it to the knowledge base starts from its own words."""
    one = _find(request, pk)
    words = {"question": one.public_question or one.question, "answer": one.public_answer or one.answer}
    form = OfferForm(request.POST or None, initial=words)
    if request.method == "POST" and form.is_valid():
        actions.offer_advice(one, **form.cleaned_data, by=request.user, now=localtime())
        messages.success(request, "Đã đề xuất vào kho tri thức. Lãnh đạo duyệt rồi người dân mới đọc được.")
        return redirect("booking:advice_talk", pk)
    page = {"one": one, "form": form, "is_leader": request.office.holds(Role.LEADER)}
    return render(request, "booking/officer/advice_talk.html", page)


@officer(Role.LEADER)
@require_POST
def approve_advice(request: OfficerRequest, pk: int) -> HttpResponse:
    actions.approve_advice(_find(request, pk), by=request.user, now=localtime())
    messages.success(request, "Đã duyệt vào kho tri thức.")
    return redirect("booking:advice_talk", pk)
