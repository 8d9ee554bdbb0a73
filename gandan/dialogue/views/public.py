"""For everybody: calendars, house rules, booking, questions beforehand, answers."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.booking.ical import Happening, calendar
from gandan.core.errors import RuleBroken
from gandan.core.keys import new_key
from gandan.measures.measure import answer
from gandan.measures.periods import month_asked, quarter_of
from gandan.measures.registry import ask, measures_named
from gandan.measures.scope import Scope
from gandan.people.access import PublicRequest, public
from gandan.people.models import User
from gandan.places.directory import serving_communes
from gandan.places.models import Hamlet
from gandan.ui.views.files import as_file
from gandan.ui.views.pressing import press

from .. import actions
from ..flood import may_send
from ..forms import QuestionForm, TurnForm
from ..models import Occasion, OccasionKind, Opinion, OpinionSource, ReceptionDesk, Turn
from ..workflow import COMING, OccasionStatus, TurnStatus
from .conferences import rate_of

AHEAD, BACK, MOST_ANSWERS = timedelta(days=92), timedelta(days=60), 60
SHOWN = ("receptions_held", "dialogues_held", "village_visits_held", "opinions_resolved")
TOO_OFTEN = "Vừa có nhiều lượt gửi từ chỗ này. Xin thử lại sau một giờ, hoặc gọi điện cho xã."


@public
def calendars(request: PublicRequest) -> HttpResponse:
    """What comes, the rules of reception, what was answered lately."""
    now = timezone.now()
    rows = Occasion.objects.of(request.commune).for_all().select_related("host", "hamlet").prefetch_related("notices")
    coming = rows.filter(ends_at__gte=now, starts_at__lt=now + AHEAD)
    done = rows.filter(status=OccasionStatus.HELD, starts_at__gte=now - BACK).order_by("-starts_at")
    quarter = quarter_of(localdate())
    scope = Scope((request.commune.pk,), quarter.start, quarter.end, now)
    (whole,) = answer(ask(scope, *SHOWN))[0]
    facts = {
        "receptions": [one for one in coming if one.kind == OccasionKind.RECEPTION],
        "others": [one for one in coming if one.kind != OccasionKind.RECEPTION], "done": done[:8],
        "desk": ReceptionDesk.objects.filter(commune=request.commune).select_related("officer").first(), "quarter": quarter,
        "figures": [(one, one.say(whole.figures[one.name].value)) for one in measures_named(SHOWN)],
    }  # fmt: skip
    return render(request, "dialogue/public/calendars.html", facts)


def _occasion(request: PublicRequest, key: str) -> Occasion:
    """404 for what is not public; the page wears the letterhead of its commune."""
    found = get_object_or_404(Occasion.objects.for_all().select_related("commune", "host", "hamlet"), key=key)
    request.commune = serving_communes().get(found.commune.code, request.commune)
    return found


@public
def occasion(request: PublicRequest, key: str) -> HttpResponse:
    """One entry: when, where, who; its opinions with their answers."""
    one = _occasion(request, key)
    told = Opinion.objects.for_all().filter(occasion=one).select_related("unit", "hamlet")
    counted = one.opinions.all()
    answered = counted.filter(status="answered").count()
    facts = {"one": one, "opinions": told, "rate": rate_of(answered, counted.count()), "notices": one.notices.all()}
    return render(request, "dialogue/public/occasion.html", facts)


def _address(request: PublicRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", "?"))


@public
def book_turn(request: PublicRequest, key: str) -> HttpResponse:
    """A citizen books a turn; signed in, name and telephone are known."""
    one, now = _occasion(request, key), timezone.now()
    who = request.user if isinstance(request.user, User) and not request.user.is_staff_member else None
    start = {"press": new_key(), "people": 1, "name": who.full_name if who else "", "phone": who.phone if who else ""}
    form = TurnForm(request.POST if request.method == "POST" else None, initial=start)
    made: list[Turn] = []

    def book() -> None:
        if not may_send(_address(request), form.cleaned_data["phone"], now=now):
            raise RuleBroken(TOO_OFTEN)
        made.append(actions.book_turn(one, form.booking(citizen=who), by=who, now=now))

    if press(request, form, book):
        return redirect("dialogue:turn_of_citizen", made[0].key)
    return render(request, "dialogue/public/book_turn.html", {"one": one, "form": form})


@public
def turn(request: PublicRequest, key: str) -> HttpResponse:
    """Number, day, place; nothing that tells who."""
    found = get_object_or_404(Turn.objects.select_related("occasion__commune", "occasion__host"), key=key)
    request.commune = serving_communes().get(found.occasion.commune.code, request.commune)
    before = found.occasion.turns.filter(number__lt=found.number, status=TurnStatus.BOOKED).count()
    may_cancel = found.status == TurnStatus.BOOKED and found.occasion.status in COMING
    facts = {"turn": found, "one": found.occasion, "before": before, "may_cancel": may_cancel}
    return render(request, "dialogue/public/turn.html", facts)


@public
@require_POST
def cancel_turn(request: PublicRequest, key: str) -> HttpResponse:
    found = get_object_or_404(Turn.objects.select_related("occasion"), key=key)
    actions.cancel_turn(found, by=None, now=timezone.now())
    messages.success(request, "Đã hủy đăng ký. Cảm ơn ông/bà đã báo trước.")
    return redirect("dialogue:turn_of_citizen", key)


@public
def ask_question(request: PublicRequest, key: str) -> HttpResponse:
    """A question before a dialogue."""
    one, now = _occasion(request, key), timezone.now()
    data = request.POST if request.method == "POST" else None
    form = QuestionForm(data, commune=one.commune, initial={"press": new_key()})

    def send() -> None:
        if not may_send(_address(request), form.cleaned_data["phone"], now=now):
            raise RuleBroken(TOO_OFTEN)
        actions.raise_opinion(one, form.voice(OpinionSource.BEFORE), by=None, now=now)

    if press(request, form, send):
        messages.success(request, "Đã nhận câu hỏi. Câu trả lời đăng trên trang này sau buổi đối thoại.")
        return redirect("dialogue:occasion_for_all", key)
    if not one.takes_questions:
        raise Http404
    return render(request, "dialogue/public/ask_question.html", {"one": one, "form": form})


@public
def answers(request: PublicRequest) -> HttpResponse:
    """Opinions with their answers, of one hamlet or all."""
    hamlets = list(Hamlet.objects.of(request.commune))
    number = request.GET.get("thon", "")
    hamlet = next((one for one in hamlets if str(one.pk) == number), None)
    rows = Opinion.objects.of(request.commune).for_all().select_related("occasion", "unit", "hamlet")
    rows = rows.filter(hamlet=hamlet) if hamlet else rows
    chips = [{"href": "?", "label": "Toàn xã", "is_current": hamlet is None, "count": None}] + [
        {"href": f"?thon={one.pk}", "label": str(one), "is_current": one == hamlet, "count": None} for one in hamlets
    ]
    facts = {"rows": rows.order_by("-answered_at", "-raised_at")[:MOST_ANSWERS], "chips": chips, "hamlet": hamlet}
    return render(request, "dialogue/public/answers.html", facts)


@public
def feed(request: PublicRequest) -> HttpResponse:
    """The public calendar for calendar programs (RFC 5545); changed and cancelled ones say so."""
    now = timezone.now()
    rows = (
        Occasion.objects.of(request.commune).for_all().filter(starts_at__gte=now - BACK, starts_at__lt=now + AHEAD * 2)
    )
    happenings = [_happening(request, one) for one in rows.select_related("host", "hamlet")]
    return as_file(calendar(f"Tiếp công dân, đối thoại: {request.commune.name}", happenings), "tiep-cong-dan.ics")


def _happening(request: PublicRequest, one: Occasion) -> Happening:
    where = f"{one.place}, {one.hamlet}" if one.hamlet else one.place
    return Happening(
        uid=f"{one.key}@tiep-cong-dan", starts_at=one.starts_at, ends_at=one.ends_at, made_at=one.published_at or one.made_at,
        title=f"{one.get_kind_display()}: {one.get_seat_display()}", place=where, words=one.subject,
        url=request.build_absolute_uri(reverse("dialogue:occasion_for_all", args=[one.key])), sequence=one.sequence,
        is_cancelled=one.status == OccasionStatus.CANCELLED,
    )  # fmt: skip


@public
def poster(request: PublicRequest) -> HttpResponse:
    """The month on one printed page, to hang."""
    month = month_asked(request.GET.get("thang", ""), localdate())
    last = month + timedelta(days=32)
    rows = Occasion.objects.of(request.commune).for_all().between(month, last.replace(day=1)).standing()
    facts = {
        "month": month, "rows": rows.select_related("host", "hamlet"),
        "desk": ReceptionDesk.objects.filter(commune=request.commune).select_related("officer").first(),
    }  # fmt: skip
    return render(request, "dialogue/public/poster.html", facts)
