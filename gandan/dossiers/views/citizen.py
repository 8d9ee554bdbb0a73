"""A citizen's own dossiers: what was filed, supplement, withdrawal, result, rating. Of others: not found."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gandan.catalog.parts import Component, steps_from
from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.forms.citizen import PapersForm, RatingForm
from gandan.dossiers.models import Dossier, Pause, PauseKind
from gandan.dossiers.preview import Section, declared, person_facts
from gandan.dossiers.returning import brought_home
from gandan.dossiers.timeline import public_timeline
from gandan.dossiers.tracking import brought_words, signed_extension, standing_of
from gandan.dossiers.workflow import WITHDRAW, Status
from gandan.people.access import CitizenRequest, citizen

from .files import send
from .letterhead import wear

RELATED = ("procedure", "version", "commune__province", "agency", "form", "rating", "extension__responsible")


def _mine(request: CitizenRequest, code: str) -> Dossier:
    dossier = Dossier.objects.owned_by(request.user).select_related(*RELATED).filter(code=code).first()
    if dossier is None:
        raise Http404
    wear(request, dossier)
    return dossier


@citizen
def mine(request: CitizenRequest, code: str) -> HttpResponse:
    return _page(request, _mine(request, code))


def _page(
    request: CitizenRequest, dossier: Dossier, *, papers_form: PapersForm | None = None,
    rating_form: RatingForm | None = None,
) -> HttpResponse:  # fmt: skip
    now, home = timezone.now(), brought_home(dossier)
    papers, pause = list(dossier.papers.all()), _open_request(dossier)
    form = papers_form or PapersForm(_asked_for(dossier, pause))
    kept = {
        key: [one for one in papers if one.component == key and pause and one.added_at >= pause.started_at]
        for key in form.fields
    }
    shown: dict[str, Any] = {
        "dossier": dossier, "standing": standing_of(dossier, now), "extension": signed_extension(dossier),
        "items": public_timeline(
            dossier, list(dossier.legs.select_related("agency")), now, is_brought=home is not None
        ),
        "brought": brought_words(home, now),
        "sections": _sections(dossier), "papers": papers, "pause": pause,
        "form": rating_form or form if (papers_form or rating_form) else None,
        "rows": [(form[key], kept[key]) for key in form.fields], "rating_form": _rating(dossier, rating_form),
        "results": dossier.results.all(), "can_withdraw": dossier.status in WITHDRAW.start,
    }  # fmt: skip
    return render(request, "dossiers/citizen/mine.html", shown)


def _sections(dossier: Dossier) -> list[Section]:
    steps = steps_from(dossier.form.steps) if dossier.form else []
    return [Section(_("Người nộp"), "", person_facts(dossier)), *declared(steps, dossier.answers)]


def _rating(dossier: Dossier, given: RatingForm | None) -> RatingForm | None:
    is_open = dossier.status == Status.RETURNED and not hasattr(dossier, "rating")
    return (given or RatingForm()) if is_open else None


# --- Supplement -----------------------------------------------------------------------------------------------------------
def _open_request(dossier: Dossier) -> Pause | None:
    if dossier.status != Status.SUPPLEMENT:
        return None
    return dossier.pauses.filter(kind=PauseKind.SUPPLEMENT, ended_at__isnull=True).first()


def _asked_for(dossier: Dossier, pause: Pause | None) -> list[Component]:
    """The components that were asked for; all of them when the request names none."""
    papers = dossier.version.papers()
    if pause is None:
        return []
    return [one for one in papers if one.key in pause.components] or [one for one in papers if one.upload]


@citizen
@require_POST
def send_supplement(request: CitizenRequest, code: str) -> HttpResponse:
    """Keep what is sent; when everything asked for is there, the office goes on."""
    dossier = _mine(request, code)
    pause = _open_request(dossier)
    form = PapersForm(_asked_for(dossier, pause), data=request.POST)
    form.is_valid()
    if pause is None:
        raise RuleBroken(_("Hồ sơ này không chờ bổ sung giấy tờ. Xin tải lại trang để xem bước mới."))
    for component in form.fields:
        for upload in request.FILES.getlist(component):
            _keep(dossier, form, component, upload)
    _still_missing(dossier, pause, form)
    if form.errors:
        return _page(request, dossier, papers_form=form)
    actions.resubmit(dossier, by=request.user, now=timezone.now())
    messages.success(request, _("Trung tâm đã nhận phần bổ sung."))
    return redirect("dossiers:mine", code)


def _keep(dossier: Dossier, form: PapersForm, component: str, upload: Any) -> None:
    try:
        actions.add_supplement(dossier, component=component, upload=upload)
    except RuleBroken as broken:
        form.add_error(component, broken.message)


def _still_missing(dossier: Dossier, pause: Pause, form: PapersForm) -> None:
    """Every component named in the request needs a new file."""
    sent = set(
        dossier.papers.filter(is_supplement=True, added_at__gte=pause.started_at).values_list("component", flat=True)
    )
    for key in pause.components:
        if key in form.fields and key not in sent and not form.has_error(key):
            form.add_error(key, _("Còn thiếu giấy tờ này. Xin chụp rồi gửi."))


# --- Withdraw -------------------------------------------------------------------------------------------------------------
@citizen
def withdraw_mine(request: CitizenRequest, code: str) -> HttpResponse:
    dossier = _mine(request, code)
    if dossier.status not in WITHDRAW.start:
        return redirect("dossiers:mine", code)
    if request.method == "POST":
        actions.withdraw(dossier, by=request.user, now=timezone.now())
        messages.success(request, _("Đã rút hồ sơ. Trung tâm trả lại giấy tờ bản chính tại quầy."))
        return redirect("dossiers:mine", code)
    return render(request, "dossiers/citizen/withdraw.html", {"dossier": dossier})


# --- Rate -----------------------------------------------------------------------------------------------------------------
@citizen
@require_POST
def rate(request: CitizenRequest, code: str) -> HttpResponse:
    dossier = _mine(request, code)
    form = RatingForm(request.POST)
    if not form.is_valid():
        return _page(request, dossier, rating_form=form)
    actions.rate(dossier, stars=form.cleaned_data["stars"], words=form.cleaned_data["words"], now=timezone.now())
    messages.success(request, _("Cảm ơn ông/bà đã đánh giá."))
    return redirect("dossiers:mine", code)


# --- Files ----------------------------------------------------------------------------------------------------------------
@citizen
def my_result(request: CitizenRequest, code: str, key: str) -> HttpResponseBase:
    dossier = _mine(request, code)
    result = dossier.results.filter(key=key).first()
    if result is None or dossier.status not in (Status.SETTLED, Status.RETURNED):
        raise Http404
    return send(result.file, media_type=result.media_type, name=result.name)


@citizen
def my_paper(request: CitizenRequest, code: str, key: str) -> HttpResponseBase:
    paper = _mine(request, code).papers.filter(key=key).first()
    if paper is None:
        raise Http404
    return send(paper.file, media_type=paper.media_type, name=paper.name)
