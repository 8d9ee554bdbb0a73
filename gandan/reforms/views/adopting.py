"""Taking a model up: in one press from its page, or on a page of its own with every parameter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_POST

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import say_day
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.programmes.actions import Clash
from gandan.programmes.conflicts import Conflict
from gandan.programmes.forms import TermForm
from gandan.programmes.kinds import kind_named
from gandan.programmes.offer import offer_for
from gandan.programmes.rehearsal import rehearse

from .. import actions
from ..adoption_rights import may_lead
from ..forms.adoption import PlanForm, StartForm
from ..models import Adoption, Reform
from ..packages import Package, Setting, differences, read
from ..readiness import start_of
from ..workflow import SUBMIT, AdoptionStatus
from .adoption_steps import replacing

DAYS_SHOWN, WEEKS_AHEAD = 6, 4


@officer
@require_POST
def apply_here(request: OfficerRequest, code: str) -> HttpResponse:
    """One press on the page of the model; whatever must be decided first, is decided on the page of the plan."""
    reform = get_object_or_404(Reform.objects.in_registry(), code=code)
    form = StartForm(request.POST)
    if not may_lead(request.office) or not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, str(errors[0]))
        return redirect("reforms:adopt", code)
    package = package_of(reform)
    plan = actions.Plan(
        start_on=form.cleaned_data["start_on"], responsible=request.user, scope=usual_scope(reform, request.commune),
        measures=package.measures,
    )  # fmt: skip
    try:
        adoption = actions.apply_here(reform, plan, agency=request.commune, by=request.user, now=localtime())
    except RuleBroken as refused:
        messages.error(request, refused.message)
        return redirect("reforms:adopt", code)
    messages.success(request, _applied(reform, request.commune, plan.start_on))
    return redirect("reforms:adoption", adoption.pk)


def _applied(reform: Reform, commune: Agency, start: date) -> str:
    return f"Đã áp dụng “{reform}” tại {commune.name_within} từ {say_day(start, today=localdate())}."


@officer
@require_POST
def begin_adoption(request: OfficerRequest, code: str) -> HttpResponse:
    """Look into the model first: the answer may be that it does not fit here, for a reason."""
    if request.office.is_partner_only:
        raise Http404
    reform = get_object_or_404(Reform.objects.in_registry(), code=code)
    adoption = actions.begin_adoption(reform, agency=request.commune, by=request.user, now=localtime())
    return redirect("reforms:decline", adoption.pk)


def package_of(reform: Reform) -> Package:
    version = reform.newest()
    return read(version.package) if version and version.has_package else Package()


def usual_scope(reform: Reform, commune: Agency) -> str:
    return reform.scope or f"Các thủ tục trong gói, toàn {commune.name_within}"


@dataclass
class Sheet:
    """One programme of the package on the page: as packaged, and its form."""

    setting: Setting
    form: TermForm
    days: list[date] = field(default_factory=list)

    def adopted(self) -> dict[str, Any]:
        return {"kind": self.setting.kind, "name": self.setting.name, "parameters": self.form.parameters()}


@dataclass
class Desk:
    """Everything on the page of the plan."""

    plan: PlanForm
    sheets: list[Sheet]
    conflicts: list[Conflict] = field(default_factory=list)
    is_checked: bool = False

    def is_valid(self) -> bool:
        return all([self.plan.is_valid(), *(one.form.is_valid() for one in self.sheets)])

    def settings(self) -> tuple[Mapping[str, Any], ...]:
        return tuple(one.adopted() for one in self.sheets)

    def to_plan(self, ending: list[int]) -> actions.Plan:
        typed = self.plan.cleaned_data
        return actions.Plan(
            start_on=typed["start_on"], responsible=typed["responsible"], scope=typed["scope"], settings=self.settings(),
            measures=tuple(typed["measures"]), text=typed["text"], is_pilot=typed["is_pilot"],
            pilot_until=typed["pilot_until"] if typed["is_pilot"] else None, replacing=tuple(ending),
            decision_no=typed["decision_no"],
        )  # fmt: skip


@officer
def adopt(request: OfficerRequest, code: str) -> HttpResponse:
    """The plan: parameters beside the package's, what it will be like, then submit or apply."""
    if request.office.is_partner_only:
        raise Http404
    reform = get_object_or_404(Reform.objects.in_registry(), code=code)
    adoption = (
        Adoption.objects.filter(reform=reform, agency=request.commune).exclude(status=AdoptionStatus.ENDED).first()
    )
    if adoption and adoption.status not in SUBMIT.start:
        return redirect("reforms:adoption", adoption.pk)
    package, now = package_of(reform), localtime()
    desk = _desk(request, reform, package, adoption)
    if request.method == "POST" and desk.is_valid():
        answer = _act(request, reform, desk, now)
        if answer is not None:
            return answer
    changed = differences(package, desk.settings()) if request.method == "POST" and not desk_errors(desk) else []
    context = {
        "reform": reform, "adoption": adoption, "desk": desk, "package": package, "may_lead": may_lead(request.office),
        "changed": changed, "texts": _texts(package, request.commune, desk), "commune": request.commune,
        "wants_agreement": "agreement" in package.checks,
    }  # fmt: skip
    status = 409 if desk_errors(desk) or desk.conflicts else 200
    return render(request, "reforms/officer/adopt.html", context, status=status)


def desk_errors(desk: Desk) -> bool:
    return bool(desk.plan.errors) or any(one.form.errors for one in desk.sheets)


def _desk(request: OfficerRequest, reform: Reform, package: Package, adoption: Adoption | None) -> Desk:
    data, today = (request.POST if request.method == "POST" else None), localdate()
    staff = User.objects.staff_of(request.commune).filter(is_active=True)
    kept = adoption if adoption and adoption.start_on else None
    initial = {
        "start_on": max(kept.start_on or today, today) if kept else start_of(package, today),
        "responsible": kept.responsible if kept else request.user, "measures": _measures(package, adoption),
        "scope": kept.scope if kept else usual_scope(reform, request.commune), "text": kept.plan if kept else "",
        "is_pilot": kept.is_pilot if kept else False, "pilot_until": kept.pilot_until if kept else None,
    }  # fmt: skip
    plan = PlanForm(data, initial=initial, staff=staff, measures=_measures(package, adoption))
    packaged = [one.plain() for one in package.programmes]
    before = kept.settings if kept and len(kept.settings) == len(packaged) else packaged
    sheets = [
        _sheet(number, setting, one["parameters"], data, request.commune)
        for number, (setting, one) in enumerate(zip(package.programmes, before, strict=True))
    ]
    return Desk(plan, sheets)


def _measures(package: Package, adoption: Adoption | None) -> list[str]:
    """What the directive asks to watch, and what the package names."""
    asked = list(adoption.measures) if adoption else []
    return list(dict.fromkeys([*asked, *package.measures]))


def _sheet(number: int, setting: Setting, parameters: Mapping[str, Any], data: Any, commune: Agency) -> Sheet:
    kind = kind_named(setting.kind)
    offer = offer_for(kind, commune, localdate())
    return Sheet(setting, TermForm(kind, offer, data, parameters=parameters, prefix=f"ct{number}"))


def _act(request: OfficerRequest, reform: Reform, desk: Desk, now: datetime) -> HttpResponse | None:
    """Submit, apply, or only look: what would happen is rehearsed and taken back."""
    plan, by, agency = desk.to_plan(replacing(request)), request.user, request.commune
    asked = request.POST.get("viec", "xem")
    _show_days(desk, plan.start_on)
    try:
        if asked == "ap-dung" and may_lead(request.office):
            adoption = actions.apply_here(reform, plan, agency=agency, by=by, now=now)
            messages.success(request, _applied(reform, agency, plan.start_on))
            return redirect("reforms:adoption", adoption.pk)
        if asked == "trinh":
            adoption = actions.submit_here(reform, plan, agency=agency, by=by, now=now)
            messages.success(request, "Đã trình lãnh đạo. Lãnh đạo duyệt trên trang này.")
            return redirect("reforms:adoption", adoption.pk)
        rehearse(lambda: actions.apply_here(reform, plan, agency=agency, by=by, now=now))
        desk.is_checked = True
    except Clash as clash:
        desk.conflicts = clash.conflicts
    except RuleBroken as refused:
        desk.plan.add_error(None, refused.message)
    return None


def _show_days(desk: Desk, start: date) -> None:
    """The first days on which each programme will run."""
    for sheet in desk.sheets:
        kind, values = sheet.form.kind, sheet.form.values()
        days = (start + timedelta(days=ahead) for ahead in range(7 * WEEKS_AHEAD))
        sheet.days = [day for day in days if kind.runs_on(values, day)][:DAYS_SHOWN]


@dataclass(frozen=True)
class Filled:
    title: str
    body: str


def _texts(package: Package, commune: Agency, desk: Desk) -> list[Filled]:
    """The package's texts with the unit and the first day in them."""
    start = (
        desk.plan.cleaned_data.get("start_on")
        if desk.plan.is_bound and desk.plan.is_valid()
        else desk.plan.initial["start_on"]
    )
    words = {
        "unit": commune.name,
        "start": say_day(start, today=localdate()) if start else "…",
        "name": "…",
        "child_name": "…",
    }
    return [Filled(one.title, one.filled(**words)) for one in package.texts]
