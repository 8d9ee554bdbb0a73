"""Screens of the hall: call board, information screen, the sound of a call. No sign-in, numbers only."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.gateways.speech.failing import SpeechFailed
from gandan.people.access import OfficerRequest, PublicRequest, display, officer
from gandan.people.models import Role
from gandan.places.calendars import calendar_of
from gandan.places.directory import serving_communes
from gandan.places.models import Agency, CalendarDay, DayKind
from gandan.places.working import clock_words

from .. import actions, showing, voice
from ..models import Call
from ..spoken import CLIPS

SHOWN = 4
SOUND_SECONDS = 24 * 3600
NOTICE_DAYS = 14
MOST_TOLD = 4
"""Programmes the information screen has room for, those of other days among them."""


def commune_of(code: str) -> Agency:
    """The serving commune a screen stands in; 404 otherwise."""
    commune = serving_communes().get(code)
    if commune is None:
        raise Http404
    return commune


@display
def board(request: PublicRequest, code: str) -> HttpResponse:
    """The call board; `?dang=json` is what the page reads while its stream is lost."""
    commune, now = commune_of(code), timezone.now()
    shown = showing.board_of(commune, now)
    if request.GET.get("dang") == "json":
        return JsonResponse(shown.plain())
    facts = {
        "commune": commune, "board": shown, "calls": shown.calls[:SHOWN], "now": now, "today": localdate(now),
        "last_call": max((one.id for one in shown.calls), default=0), "stream": _stream(code),
        "voice": _voice(commune), "first_counter": _first_counter(commune),
    }  # fmt: skip
    return render(request, "hall/display/board.html", facts)


def _stream(code: str) -> str:
    return f"{settings.LIVE_URL}/live/goi-so/{code}"


def _voice(commune: Agency) -> str:
    """ "clips": the commune's own; "machine": a program of this server speaks; "": only the browser may."""
    if not voice.missing_words(commune):
        return "clips"
    return "machine" if voice.has_machine_voice() else ""


def _first_counter(commune: Agency) -> str:
    """Whom to ask after a missed turn."""
    first = commune.counters.filter(is_used=True).first()
    return str(first) if first else ""


@display
def call_sound(request: PublicRequest, code: str, number: int, counter: int) -> HttpResponse:
    """The spoken call as WAV: recorded, else by the machine. Only of calls of today, so that nobody makes it talk for nothing."""
    commune, today = commune_of(code), localdate()
    of_today = Call.objects.filter(ticket__agency=commune, ticket__day=today)
    if not of_today.filter(ticket__number=number, counter__number=counter).exists():
        raise Http404
    sound = voice.recorded_call(commune, number, counter)
    if sound is None and not voice.has_machine_voice():
        raise Http404
    try:
        answer = HttpResponse(sound or voice.machine_call(number, counter), content_type="audio/wav")
    except SpeechFailed as failed:
        raise Http404 from failed
    answer.headers["Cache-Control"] = f"public, max-age={SOUND_SECONDS}"
    return answer


@display
def information(request: PublicRequest, code: str) -> HttpResponse:
    """What runs today, office hours, how long one waits, days off to come."""
    commune, now = commune_of(code), timezone.now()
    today = localdate(now)
    sessions = calendar_of(commune, on=today).sessions_on(today)
    programmes = showing.programmes_of(commune, today)[:MOST_TOLD]
    room = max(0, MOST_TOLD - 1 - len(programmes))
    facts = {
        "commune": commune, "now": now, "today": today, "programmes": programmes,
        "others": showing.programmes_of_other_days(commune, today)[:room],
        "sessions": [f"{clock_words(one.start)} đến {clock_words(one.end)}" for one in sessions],
        "queues": showing.board_of(commune, now).queues, "stream": _stream(code), "days_off": _days_off(now),
    }  # fmt: skip
    return render(request, "hall/display/information.html", facts)


def _days_off(now: datetime) -> list[CalendarDay]:
    first = localdate(now)
    soon = CalendarDay.objects.filter(day__gte=first, day__lte=first + timedelta(days=NOTICE_DAYS))
    return list(soon.exclude(kind=DayKind.MAKEUP)[:3])


@officer(Role.RECEPTION, Role.LEADER, Role.ADMINISTRATOR, Role.COMMUNICATIONS)
def voices(request: OfficerRequest) -> HttpResponse:
    """The commune's own voice: which words are recorded, record more, take all away. Links of every screen of the hall."""
    if request.method == "POST":
        return _keep_or_drop(request)
    facts = {
        "missing": voice.missing_words(request.commune), "words": CLIPS, "machine": voice.has_machine_voice(),
        "commune": request.commune,
    }  # fmt: skip
    return render(request, "hall/officer/voices.html", facts)


def _keep_or_drop(request: OfficerRequest) -> HttpResponse:
    now = timezone.now()
    if "bo" in request.POST:
        actions.drop_voice(request.commune, by=request.user, now=now)
        messages.success(request, "Đã bỏ giọng thu. Bảng gọi số đọc bằng giọng của máy.")
        return redirect("hall:voices")
    files = request.FILES.getlist("tep")
    clips = {voice.word_of_file(one.name or "") or (one.name or ""): one.read(voice.MOST_BYTES + 1) for one in files}
    count = actions.keep_voice(request.commune, clips=clips, by=request.user, now=now)
    messages.success(request, f"Đã nhận {count} tiếng.")
    return redirect("hall:voices")
