"""Pages on which the catalogue is kept; worn as officer's and as leader's pages (views/officer.py, views/leader.py)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now

from gandan.people.access import LeaderRequest, OfficerRequest

from .. import actions, form_editing
from ..declaration_rules import check_steps
from ..forms import AliasForm, FactsForm, FeeForm, LimitForm, PublishForm, RetireForm, components_of, papers_formset
from ..models import Alias, Fee, Procedure, ProcedureVersion, TimeLimit
from ..parts import BadPart
from ..rights import edits_for_commune, edits_for_everyone
from ..search import search

StaffRequest = OfficerRequest | LeaderRequest
PER_PAGE, FOUND = 50, 100
FILTERS = {"": "Tất cả", "thoi-han": "Chưa xác nhận thời hạn", "muc-thu": "Chưa xác nhận mức thu", "nhap": "Bản nháp"}


def _door(request: StaffRequest) -> str:
    """Which set of addresses the person stands in: “officer” or “leader”."""
    return "leader" if request.path.startswith("/lanh-dao/") else "officer"


def _show(request: StaffRequest, template: str, shown: dict[str, Any]) -> HttpResponse:
    everyone = edits_for_everyone(request.office, localdate())
    rights = {"edits_everyone": everyone, "confirms": everyone or edits_for_commune(request.office)}
    return render(request, f"catalog/officer/{template}.html", {"door": _door(request), **rights, **shown})


def _must_edit(request: StaffRequest) -> None:
    if not edits_for_everyone(request.office, localdate()):
        raise Http404


def _back(request: StaffRequest, code: str, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect(f"catalog:{_door(request)}_procedure", code)


def _version(code: str, number: int) -> ProcedureVersion:
    return get_object_or_404(ProcedureVersion.objects.with_facts(), procedure__code=code, number=number)


def _shown_version(procedure: Procedure) -> ProcedureVersion:
    """The one in force, else the newest."""
    versions = ProcedureVersion.objects.filter(procedure=procedure).with_facts().with_form_mark().order_by("-number")
    return versions.in_force(localdate()).first() or versions.first() or _nothing()


def _nothing() -> ProcedureVersion:
    raise Http404


def procedures(request: StaffRequest) -> HttpResponse:
    chosen, field, query = (request.GET.get(name, "").replace("\0", "").strip() for name in ("loc", "linh-vuc", "q"))
    versions = ProcedureVersion.objects.in_force(localdate())
    drafts = ProcedureVersion.objects.filter(is_published=False)
    sets = {
        "": versions,
        "thoi-han": versions.without_verified_limit(),
        "muc-thu": versions.without_verified_fee(),
        "nhap": drafts,
    }
    listed = sets.get(chosen, versions).select_related("procedure").order_by("procedure__sort_name", "-number")
    if field:
        listed = listed.filter(procedure__field=field)
    if query:
        codes = [hit.code for hit in search(query, limit=FOUND)]
        listed = listed.filter(Q(procedure__code__in=codes) | Q(procedure__code__startswith=query))
    chips = [
        {"href": f"?loc={key}" if key else "?", "label": label, "count": sets[key].count(), "is_current": key == chosen}
        for key, label in FILTERS.items()
    ]
    fields = Procedure.objects.values_list("field").annotate(Count("pk")).order_by("field")
    page = Paginator(listed.prefetch_related("limits", "fees"), PER_PAGE).get_page(request.GET.get("page"))
    shown = {"page": page, "chips": chips, "fields": fields, "field": field, "query": query, "chosen": chosen}
    return _show(request, "procedures", shown)


def procedure(request: StaffRequest, code: str) -> HttpResponse:
    one = get_object_or_404(Procedure.objects.prefetch_related("aliases"), code=code)
    version = _shown_version(one)
    commune = request.office.commune
    shown = {
        "procedure": one,
        "version": version,
        "limits": version.limits_in(commune),
        "fees": version.fees_in(commune),
        "versions": one.versions.order_by("-number"),
        "draft": one.versions.filter(is_published=False).order_by("-number").first(),
        "alias_form": AliasForm(),
        "publish_form": PublishForm(initial={"valid_from": localdate()}),
        "retire_form": RetireForm(initial={"last_day": localdate()}),
        "has_limit": version.limit("statutory", commune) is not None,
    }
    return _show(request, "procedure", shown)


def verify_limit(request: StaffRequest, code: str, number: int) -> HttpResponse:
    version = _version(code, number)
    limit = _chosen(version.limits.all(), request)
    form = LimitForm(request.POST or None, initial=_limit_initial(limit))
    if request.method == "POST" and form.is_valid():
        actions.verify_limit(version, form.draft(), by=request.office, now=now())
        return _back(request, code, "Đã xác nhận thời hạn.")
    return _show(request, "verify_limit", {"version": version, "form": form, "limit": limit})


def verify_fee(request: StaffRequest, code: str, number: int) -> HttpResponse:
    version = _version(code, number)
    fee = _chosen(version.fees.all(), request)
    form = FeeForm(request.POST or None, initial=_fee_initial(fee, version))
    if request.method == "POST" and form.is_valid():
        draft = form.draft(tiers=fee.tiers, cap=fee.cap) if fee else form.draft()
        actions.verify_fee(version, draft, by=request.office, now=now())
        return _back(request, code, "Đã xác nhận mức thu.")
    return _show(request, "verify_fee", {"version": version, "form": form, "fee": fee})


def _chosen(facts: Any, request: StaffRequest) -> Any:
    wanted = request.GET.get("muc", "")
    return next((one for one in facts if str(one.pk) == wanted), None)


def _limit_initial(limit: TimeLimit | None) -> dict[str, Any]:
    if limit is None:
        return {"kind": "statutory", "unit": "working_day", "cutoff": "15:00"}
    names = ("kind", "case", "count", "unit", "cutoff", "citation", "source", "source_on")
    return {name: getattr(limit, name) for name in names}


def _fee_initial(fee: Fee | None, version: ProcedureVersion) -> dict[str, Any]:
    if fee is None:
        return {"channels": version.channels, "unit": "lần"}
    names = ("case", "channels", "amount", "unit", "citation", "source", "source_on")
    return {name: getattr(fee, name) for name in names}


def edit_facts(request: StaffRequest, code: str, number: int) -> HttpResponse:
    _must_edit(request)
    version = _version(code, number)
    papers = papers_formset(version, request.POST or None)
    form = FactsForm(request.POST) if request.method == "POST" else FactsForm.of(version, localdate())
    if request.method == "POST" and form.is_valid() and papers.is_valid():
        actions.edit_facts(version, form.facts(components_of(papers)), by=request.office, now=now())
        return _back(request, code, "Đã lưu bản nháp. Chọn ngày hiệu lực để công bố.")
    return _show(request, "edit_facts", {"version": version, "form": form, "papers": papers})


def publish_version(request: StaffRequest, code: str, number: int) -> HttpResponse:
    _must_edit(request)
    version = _version(code, number)
    form = PublishForm(request.POST or None, initial={"valid_from": localdate()})
    if request.method == "POST" and form.is_valid():
        actions.publish_version(version, valid_from=form.cleaned_data["valid_from"], by=request.office, now=now())
        return _back(request, code, f"Đã công bố bản {version.number}.")
    return _show(request, "publish_version", {"version": version, "form": form})


def edit_form(request: StaffRequest, code: str, number: int) -> HttpResponse:
    _must_edit(request)
    version = _version(code, number)
    current = version.form()
    steps: form_editing.Steps = current.steps if current else []
    problem = ""
    if request.method == "POST":
        do = request.POST.get("do", "")
        steps = form_editing.changed(form_editing.steps_posted(request.POST), do)
        problem = _problem(steps) if do in ("save", "preview") else ""
        if do == "save" and not problem:
            actions.edit_form(version, steps, by=request.office, now=now())
            return _back(request, code, "Đã lưu tờ khai mới. Hồ sơ đã mở giữ tờ khai cũ.")
    shown = {"version": version, "current": current, "steps": steps, "types": form_editing.TYPES, "problem": problem}
    return _show(request, "edit_form", {**shown, "preview": [] if _problem(steps) else check_steps(steps)})


def _problem(steps: form_editing.Steps) -> str:
    try:
        check_steps(steps)
    except BadPart as error:
        return str(error)
    return ""


def add_alias(request: StaffRequest, code: str) -> HttpResponse:
    _must_edit(request)
    one = get_object_or_404(Procedure, code=code)
    form = AliasForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_alias(one, form.cleaned_data["text"], by=request.office, now=now())
        return _back(request, code, "Đã thêm tên thường gọi.")
    return _show(request, "add_alias", {"procedure": one, "form": form})


def remove_alias(request: StaffRequest, code: str, pk: int) -> HttpResponse:
    _must_edit(request)
    alias = get_object_or_404(Alias.objects.select_related("procedure"), procedure__code=code, pk=pk)
    if request.method == "POST":
        actions.remove_alias(alias, by=request.office, now=now())
        return _back(request, code, f"Đã bỏ tên “{alias.text}”.")
    return _show(request, "remove_alias", {"alias": alias, "procedure": alias.procedure})


def retire(request: StaffRequest, code: str) -> HttpResponse:
    _must_edit(request)
    one = get_object_or_404(Procedure, code=code)
    form = RetireForm(request.POST or None, initial={"last_day": localdate()})
    if request.method == "POST" and form.is_valid():
        actions.retire(one, last_day=form.cleaned_data["last_day"], by=request.office, now=now())
        return _back(request, code, "Đã đặt ngày cuối cho thủ tục.")
    return _show(request, "retire", {"procedure": one, "form": form})
