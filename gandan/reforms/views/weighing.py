"""Choosing models for a commune: the comparison, the sheet, opinions of divisions, looks on the spot, the proposal."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate, now

from gandan.people.access import OfficerRequest, leader, officer
from gandan.people.models import Role
from gandan.ui.views.files import as_table, kept_file

from .. import actions
from ..comparing import HEADS, Candidate, candidates, row_of
from ..forms.registry import OpinionForm, SurveyForm, WeighForm
from ..listing import documents_of
from ..models import Assessment, Reform, Survey
from .registry import StaffRequest, agency_of, find, show

ADOPTING = (Role.LEADER, Role.CLERK, Role.SPECIALIST, Role.ADMINISTRATOR, Role.RECEPTION)
CHOICES = {"": "Mọi mô hình", "da": "Đã đánh giá", "hop": "Phù hợp", "chua": "Chưa đánh giá"}


@officer
def compare(request: OfficerRequest) -> HttpResponse:
    """Candidates side by side, technology first; also as a workbook and on paper."""
    document, chosen = (request.GET.get(name, "").replace("\0", "") for name in ("van-ban", "loc"))
    every = candidates(request.commune, document)
    sets = {"": every, "da": [one for one in every if one.sheet], "chua": [one for one in every if not one.sheet]}
    sets["hop"] = [one for one in every if one.sheet and one.sheet.fits]
    rows = sets.get(chosen, every)
    if request.GET.get("tep") == "xlsx":
        return _workbook(rows, request.commune.name)
    with_document = f"&van-ban={document}" if document else ""
    chips = [
        {"href": f"?loc={key}{with_document}", "label": label, "count": len(sets[key]), "is_current": key == chosen}
        for key, label in CHOICES.items()
    ]
    shown = {
        "rows": rows, "chips": chips, "documents": documents_of(request.commune), "document": document, "chosen": chosen,
        "heads": HEADS, "today": localdate(),
    }  # fmt: skip
    return show(request, "compare", shown)


def _workbook(rows: list[Candidate], commune: str) -> HttpResponse:
    return as_table("so-sanh-mo-hinh.xlsx", f"So sánh mô hình, {commune}", HEADS, [row_of(one) for one in rows])


def _sheet(request: OfficerRequest, reform: Reform) -> Assessment | None:
    return reform.assessments.filter(agency=request.commune).prefetch_related("opinions__agency").first()


@officer
def weigh(request: OfficerRequest, code: str) -> HttpResponse:
    reform = find(request, code)
    sheet = _sheet(request, reform)
    form = WeighForm(request.POST or None, initial=_initial(sheet, reform))
    if request.method == "POST" and form.is_valid():
        actions.weigh(reform, form.sheet(), agency=request.commune, by=request.user, now=now())
        messages.success(request, "Đã lưu phiếu đánh giá.")
        return redirect("reforms:detail", code)
    return show(request, "weigh", {"reform": reform, "form": form, "sheet": sheet})


def _initial(sheet: Assessment | None, reform: Reform) -> dict[str, Any]:
    if sheet is None:
        return {name: getattr(reform, name) for name in ("uses_it", "cost", "staff", "benefit")}
    names = [name for name in WeighForm.base_fields if name != "fits"]
    fits = {True: "yes", False: "no", None: ""}[sheet.fits]
    return {"fits": fits, **{name: getattr(sheet, name) for name in names}}


@officer
def give_opinion(request: OfficerRequest, code: str) -> HttpResponse:
    """What a division thinks, on the sheet of the commune."""
    reform = find(request, code)
    sheet = _sheet(request, reform)
    if sheet is None:
        raise Http404
    own = request.office.agency.pk if request.office.agency.pk != request.commune.pk else None
    form = OpinionForm(request.POST or None, commune=request.commune, initial={"agency": own})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        view = actions.Thought(fits=given["fits"] == "yes", text=given["text"])
        actions.give_opinion(sheet, view, agency=given["agency"], by=request.user, now=now())
        messages.success(request, "Đã ghi ý kiến của phòng.")
        return redirect("reforms:detail", code)
    return show(request, "give_opinion", {"reform": reform, "form": form, "sheet": sheet})


@officer
def survey(request: OfficerRequest, code: str) -> HttpResponse:
    reform = find(request, code)
    form = SurveyForm(request.POST or None, request.FILES or None, today=localdate(), initial=_where(reform))
    if request.method == "POST" and form.is_valid():
        actions.survey(reform, form.look(), by=request.user, now=now())
        messages.success(request, "Đã ghi khảo sát.")
        return redirect("reforms:detail", code)
    return show(request, "survey", {"reform": reform, "form": form})


def _where(reform: Reform) -> dict[str, Any]:
    return {"where": reform.owner.code} if reform.owner else {}


def surveys_of(request: StaffRequest) -> QuerySet[Survey]:
    """Looks made by people of this commune; the province sees those of its communes."""
    agency = agency_of(request)
    if agency.commune_id is None:
        return Survey.objects.filter(by__agency__province=agency)
    return Survey.objects.filter(by__agency__commune=agency.commune_id)


def photo(request: StaffRequest, code: str, pk: int) -> FileResponse:
    one = get_object_or_404(surveys_of(request), reform__code=code, pk=pk)
    return kept_file(one.photo, PurePath(str(one.photo.name)).name, is_shown=True)


survey_photo, province_survey_photo = officer(photo), leader(photo)


@officer(*ADOPTING)
def propose_replication(request: OfficerRequest, code: str) -> HttpResponse:
    """To the committee of the commune: refused, with what is missing, until survey, figures and opinion are there."""
    reform = find(request, code)
    if request.method == "POST":
        adoption = actions.propose_replication(reform, agency=request.commune, by=request.user, now=now())
        messages.success(request, "Đã đề xuất UBND nhân rộng. Lập kế hoạch áp dụng để trình lãnh đạo duyệt.")
        return redirect("reforms:adoption", adoption.pk)
    shown = {"reform": reform, "sheet": _sheet(request, reform), "looks": surveys_of(request).filter(reform=reform)}
    return show(request, "propose_replication", shown)
