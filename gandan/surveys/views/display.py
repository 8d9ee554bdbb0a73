"""The touch screen at the exit: one question a screen, big words, nothing to type."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.people.access import PublicRequest, display
from gandan.places.directory import serving_communes

from .. import actions
from ..limits import may_start
from ..models import Channel, Invitation, Question, Station, Survey, SurveyKind

SECONDS_OF_THANKS = 12


@display
def kiosk(request: PublicRequest, key: str) -> HttpResponse:
    """Begins with the first question. Every press carries the answers so far; the last one sends them."""
    stations = Station.objects.filter(is_used=True, channel=Channel.KIOSK).select_related("agency")
    station = get_object_or_404(stations, key=key)
    request.commune = serving_communes().get(station.agency.code, request.commune)
    survey = _survey(station)
    facts: dict[str, Any] = {"station": station, "survey": survey, "seconds": SECONDS_OF_THANKS}
    if survey is None:
        return render(request, "surveys/display/closed.html", facts)
    questions = [one for one in survey.questionnaire.questions.all() if not one.is_text]
    answers = _answers(request, questions)
    left = [one for one in questions if one.number not in answers and f"skip{one.number}" not in request.POST]
    if request.method == "POST" and answers:
        invitation = _invitation(request, station)
        if not left or "send" in request.POST:
            _send(invitation, answers)
            return render(request, "surveys/display/thanks.html", facts)
        facts["invitation"] = invitation
    one = left[0]
    skipped = [name for name in request.POST if name.startswith("skip")]
    levels = list(enumerate(one.words))[::-1]
    facts |= {
        "question": one, "levels": levels, "answers": answers, "skipped": skipped, "may_send": bool(answers),
        "step": len(questions) - len(left) + 1, "steps": len(questions),
    }  # fmt: skip
    return render(request, "surveys/display/question.html", facts)


def _survey(station: Station) -> Survey | None:
    rows = Survey.objects.of(station.agency).answerable(localdate(timezone.now())).filter(kind=SurveyKind.AFTER_RESULT)
    return rows.select_related("questionnaire").first()


def _answers(request: PublicRequest, questions: list[Question]) -> dict[int, int]:
    """Places that exist; what was tampered with is passed over."""
    found = {}
    for one in questions:
        typed = request.POST.get(f"q{one.number}", "")
        if typed.isascii() and typed.isdigit() and int(typed) < len(one.words):
            found[one.number] = int(typed)
    return found


def _invitation(request: PublicRequest, station: Station) -> Invitation:
    """Made at the first press and carried, so that a last press made twice counts once."""
    known = Invitation.objects.filter(key=request.POST.get("key", ""), channel=Channel.KIOSK).first()
    if known is not None:
        return known
    now = timezone.now()
    if not may_start(station.key, str(request.META.get("REMOTE_ADDR", "?")), now=now):
        raise RuleBroken("Màn hình vừa nhận nhiều phiếu quá. Xin chờ một lát.")
    return actions.begin_at_station(station, now=now)


def _send(invitation: Invitation, answers: dict[int, int]) -> None:
    if not invitation.is_used:
        actions.answer(invitation, actions.Given(answers), now=timezone.now())
