"""Answering and reading, for everybody: by one's own link, at a counter, and the published tables."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Dossier
from gandan.people.access import PublicRequest, public
from gandan.places.directory import serving_communes
from gandan.places.models import Agency

from .. import actions
from ..actions.answering import ANSWERED, CLOSED, EXPIRED
from ..forms import AnswerForm
from ..limits import may_answer, may_count_opening, may_start
from ..models import Channel, Consultation, Invitation, Station, Survey, SurveyKind
from .downloads import KINDS, results_file

TOO_OFTEN = "Nơi này vừa gửi nhiều phiếu quá. Xin chờ một lát rồi trả lời."
SOURCES = {"ho-tro": "help", "quay": "counter", "giay-hen": "receipt"}
"""Where a link to the guide stands: by a supporter, at the counter, on the receipt."""


def _address(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", "?"))


def _wear(request: PublicRequest, agency: Agency) -> None:
    """The letterhead of whoever asks."""
    request.commune = serving_communes().get(agency.code, request.commune)


@public
def guide(request: PublicRequest) -> HttpResponse:
    """How to say whether one is content; what else is being asked just now."""
    now = timezone.now()
    source = SOURCES.get(request.GET.get("tu", ""))
    if source and request.method == "GET" and may_count_opening(_address(request), now=now):
        actions.count_opening(request.commune, source=source, now=now)
    facts = {
        "consultations": [one for one in Consultation.objects.of(request.commune).shown() if one.is_answerable(localdate(now))],
        "published": Survey.objects.of(request.commune).published()[:3],
    }  # fmt: skip
    return render(request, "surveys/public/guide.html", facts)


@public
def of_dossier(request: PublicRequest, key: str) -> HttpResponse:
    """The address on the receipt and in the thank-you message: known before there is an invitation."""
    dossier = get_object_or_404(Dossier.objects.only("pk"), key=key)
    invitation = Invitation.objects.filter(dossier=dossier).first()
    return redirect("surveys:answer", invitation.key) if invitation else redirect("surveys:guide")


def _state(invitation: Invitation) -> str:
    """Why it cannot be answered, or ""."""
    today = localdate(timezone.now())
    if invitation.is_used:
        return ANSWERED
    if not invitation.survey.is_answerable(today):
        return CLOSED
    return EXPIRED if invitation.expires_on < today else ""


@public
def answer(request: PublicRequest, key: str) -> HttpResponse:
    """The page behind one's own link. Answered once, it only says thank you."""
    found = Invitation.objects.select_related("survey__questionnaire", "survey__agency", "unit")
    invitation = get_object_or_404(found, key=key)
    _wear(request, invitation.survey.agency)
    survey = invitation.survey
    facts = {"survey": survey, "questionnaire": survey.questionnaire, "invitation": invitation}
    if closed := _state(invitation):
        return render(request, "surveys/public/done.html", {**facts, "said": closed, "is_answered": invitation.is_used})
    form = AnswerForm(request.POST if request.method == "POST" else None, survey.questionnaire.questions.all())
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        if not may_answer(_address(request), now=now):
            raise RuleBroken(TOO_OFTEN)
        if not form.is_trapped:
            actions.answer(invitation, form.given(), channel=_channel(request, invitation), now=now)
        return render(request, "surveys/public/done.html", {**facts, "said": "", "is_answered": True})
    return render(request, "surveys/public/answer.html", {**facts, "form": form})


def _channel(request: PublicRequest, invitation: Invitation) -> str:
    """One's own dossier while signed in: by the app. Numbered sheets answered on a telephone are links."""
    is_own = request.user.is_authenticated and invitation.dossier_id and invitation.channel == Channel.LINK
    if is_own and Invitation.objects.filter(pk=invitation.pk, dossier__owner=request.user.pk).exists():
        return Channel.APP
    return Channel.LINK if invitation.channel == Channel.PAPER else ""


@public
def at_station(request: PublicRequest, key: str) -> HttpResponse:
    """Behind the QR on a counter: begin, without a dossier."""
    station = get_object_or_404(Station.objects.filter(is_used=True).select_related("agency"), key=key)
    _wear(request, station.agency)
    if request.method == "POST":
        now = timezone.now()
        if not may_start(station.key, _address(request), now=now):
            raise RuleBroken(TOO_OFTEN)
        return redirect("surveys:answer", actions.begin_at_station(station, now=now).key)
    today = localdate(timezone.now())
    is_open = Survey.objects.of(station.agency).answerable(today).filter(kind=SurveyKind.AFTER_RESULT).exists()
    return render(request, "surveys/public/station.html", {"station": station, "is_open": is_open})


@public
def results(request: PublicRequest) -> HttpResponse:
    """The published tables of the commune, newest first."""
    rows = Survey.objects.of(request.commune).published().select_related("questionnaire")
    return render(request, "surveys/public/results.html", {"rows": rows})


@public
def result(request: PublicRequest, pk: int) -> HttpResponse:
    """One published table; `?dang=` as a file."""
    survey = get_object_or_404(Survey.objects.published().select_related("agency__province"), pk=pk)
    _wear(request, survey.agency)
    kind = request.GET.get("dang", "")
    if kind:
        if kind not in KINDS:
            raise Http404
        return results_file(survey, survey.summary, kind, today=localdate())
    return render(request, "surveys/public/result.html", {"survey": survey, "summary": survey.summary})
