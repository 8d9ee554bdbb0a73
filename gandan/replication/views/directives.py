"""Directives: the list, one directive with everything that followed, drafting, issuing, deriving."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.core.vietnamese import fold
from gandan.dossiers.register_book import sheet_of
from gandan.places.models import Agency
from gandan.reforms.models import Reform
from gandan.ui.views.files import as_file, kept_file

from .. import actions, followup
from ..forms import ClauseForm, DesignateForm, LetterForm, UrgeForm, told_of
from ..models import DesignationTarget, Directive, ReadMark
from ..readiness import problems
from ..recipients import empty_groups, readings
from ..synthesis import cascade
from ..workflow import Status
from .desk import Desk

PAGE = 25


def index(desk: Desk) -> HttpResponse:
    """Received and own in a commune; own in the province."""
    seen = Directive.objects.seen_by(desk.office).select_related("issuer", "parent")
    words = desk.request.GET.get("q", "").strip()
    if words:
        seen = seen.filter(Q(number__icontains=words) | Q(subject__icontains=words))
    own = seen.filter(issuer=desk.issuer)
    own = own.annotate(units=Count("receipts", distinct=True), models_listed=Count("designations", distinct=True))
    own = own.order_by("-issued_on", "-pk")
    received = []
    if desk.commune:
        others = seen.exclude(issuer=desk.issuer).exclude(status=Status.DRAFT)
        read = set(ReadMark.objects.filter(user=desk.user).values_list("directive", flat=True))
        received = [(one, one.pk in read) for one in others.order_by("-issued_on", "-pk")[:200]]
    page = Paginator(own, PAGE).get_page(desk.request.GET.get("page"))
    return desk.show("index.html", received=received, page=page, words=words)


def _found(desk: Desk, pk: int, *, own: bool = False) -> Directive:
    rows = Directive.objects.seen_by(desk.office).select_related("issuer", "parent", "made_by")
    if own:
        rows = rows.filter(issuer=desk.issuer)
    found = get_object_or_404(rows, pk=pk)
    if found.is_draft and found.issuer != desk.issuer:
        raise Http404
    return found


def directive(desk: Desk, pk: int) -> HttpResponse:
    """What it says and what it asks of us; for its issuer how far it is carried out."""
    one, now = _found(desk, pk), timezone.now()
    is_own = one.issuer == desk.issuer
    facts: dict[str, Any] = {
        "directive": one, "is_own": is_own, "now": now, "clauses": followup.clause_lines(one, None if is_own else _ours(desk)),
        "models": followup.by_model(one, now) if is_own else [], "derived": one.derived.select_related("issuer"),
    }  # fmt: skip
    if one.is_draft:
        facts["problems"] = problems(one, now)
        facts["empty_groups"] = empty_groups(desk.issuer, one.groups)
        return desk.show("draft.html", **facts)
    return desk.show("directive.html", **facts, **(_carried(desk, one, now) if is_own else _asked(desk, one)))


def _ours(desk: Desk) -> list[Agency]:
    if desk.office.is_partner_only or desk.commune is None:
        return [desk.office.agency]
    return list(Agency.objects.inside(desk.commune))


def _asked(desk: Desk, one: Directive) -> dict[str, Any]:
    """What the directive asks of this commune."""
    ours = _ours(desk)
    receipts = list(followup.units(one).filter(agency__in=ours))
    targets = DesignationTarget.objects.filter(designation__directive=one, agency__in=ours).order_by("pk")
    targets = targets.select_related("agency", "adoption", "designation__reform")
    return {
        "receipts": receipts, "asked": targets, "urgings": one.urgings.filter(agency__in=ours).select_related("by"),
        "has_read": one.read_marks.filter(user=desk.user).exists(), "readings": readings(one, receipts),
        "own_letter": one.derived.filter(issuer=desk.issuer).first(),
    }  # fmt: skip


def _carried(desk: Desk, one: Directive, now: Any) -> dict[str, Any]:
    """What became of our own directive."""
    answered, units = followup.responses(one)
    words = desk.request.GET.get("q", "").strip()
    listed = followup.units(one)
    if words:
        listed = listed.filter(agency__folded_name__contains=fold(words))
    page = Paginator(listed, PAGE).get_page(desk.request.GET.get("page"))
    everybody = readings(one, followup.units(one))
    staff, read = sum(line.staff for line in everybody), sum(line.read for line in everybody)
    missing = [(line.agency.name, name) for line in everybody for name in line.missing]
    return {
        "page": page, "words": words, "lines": followup.matrix(one, page, now), "answered": answered, "asked_units": units,
        "received": one.receipts.filter(acknowledged_at__isnull=False).count(), "delivered": one.receipts.count(),
        "staff": staff, "read": read, "missing": missing[:60], "missing_count": len(missing),
        "cascade": [line for line in cascade(one) if line["letter"]], "late_tasks": followup.late_tasks(one, now),
        "has_read": one.read_marks.filter(user=desk.user).exists(),
    }  # fmt: skip


def matrix_file(desk: Desk, pk: int) -> HttpResponse:
    """Units × models as a workbook."""
    one, now = _found(desk, pk, own=True), timezone.now()
    names = [row.reform.name for row in one.designations.select_related("reform")]
    lines = followup.matrix(one, followup.units(one), now)
    rows = [
        (
            line.agency.name, "đã nhận" if line.receipt.acknowledged_at else "chưa xác nhận",
            line.letter.number if line.letter else "", *(cell.words for cell in line.cells),
        )
        for line in lines
    ]  # fmt: skip
    heads = ("Đơn vị", "Xác nhận nhận", "Văn bản triển khai", *names)
    return as_file(sheet_of(heads, rows), f"nhan-rong-{one.pk}.xlsx")


def signed_file(desk: Desk, pk: int) -> HttpResponse | FileResponse:
    """The document as it was signed."""
    one = _found(desk, pk)
    return kept_file(one.file, str(one.file.name).rsplit("/", 1)[-1])


def _bound(desk: Desk, form: type[Any], **more: Any) -> Any:
    """The form with what was posted, else empty."""
    if desk.request.method == "POST":
        data = {"files": desk.request.FILES} if form is LetterForm else {}
        more.pop("initial", None)
        return form(desk.request.POST, **data, **more)
    return form(**more)


def _is_ready(desk: Desk, form: Any) -> bool:
    return desk.request.method == "POST" and form.is_valid()


def draft_directive(desk: Desk) -> HttpResponse:
    names = {"issuer_name": f"UBND {desk.issuer.name_within}", "issued_on": localdate()}
    form = _bound(desk, LetterForm, issuer=desk.issuer, initial=names)
    if _is_ready(desk, form):
        made = actions.draft_directive(form.letter(), issuer=desk.issuer, by=desk.user, now=timezone.now())
        return desk.go("directive", made.pk)
    return desk.show(
        "form.html", form=form, title="Soạn văn bản chỉ đạo", press="Lưu dự thảo", back=desk.url("directives")
    )


def edit_directive(desk: Desk, pk: int) -> HttpResponse:
    one = _found(desk, pk, own=True)
    form = _bound(desk, LetterForm, issuer=desk.issuer, initial=told_of(one))
    if _is_ready(desk, form):
        letter = form.letter()
        actions.edit_directive(one, letter=letter, by=desk.user, now=timezone.now())
        return desk.go("directive", pk)
    return desk.show(
        "form.html", form=form, title=f"Sửa {one.number}", press="Lưu dự thảo", back=desk.url("directive", pk)
    )


def add_clause(desk: Desk, pk: int) -> HttpResponse:
    one = _found(desk, pk, own=True)
    form = _bound(desk, ClauseForm, issuer=desk.issuer, initial={"number": one.clauses.count() + 1})
    if _is_ready(desk, form):
        actions.add_clause(one, words=form.words(), by=desk.user, now=timezone.now())
        return desk.go("directive", pk)
    return desk.show("form.html", form=form, title="Thêm mục", press="Thêm mục", back=desk.url("directive", pk))


def remove_clause(desk: Desk, pk: int, clause: int) -> HttpResponse:
    actions.remove_clause(
        get_object_or_404(_found(desk, pk, own=True).clauses, pk=clause), by=desk.user, now=timezone.now()
    )
    return desk.go("directive", pk)


def designate(desk: Desk, pk: int) -> HttpResponse:
    one = _found(desk, pk, own=True)
    offered = Reform.objects.in_registry().exclude(designations__directive=one).technology_first()
    form = _bound(desk, DesignateForm, issuer=desk.issuer, reforms=offered)
    if _is_ready(desk, form):
        actions.designate(one, designating=form.designating(), by=desk.user, now=timezone.now())
        return desk.go("directive", pk)
    return desk.show(
        "form.html", form=form, title="Thêm mô hình", press="Thêm vào văn bản", back=desk.url("directive", pk)
    )


def undesignate(desk: Desk, pk: int, designation: int) -> HttpResponse:
    actions.undesignate(
        get_object_or_404(_found(desk, pk, own=True).designations, pk=designation), by=desk.user, now=timezone.now()
    )
    return desk.go("directive", pk)


def issue(desk: Desk, pk: int) -> HttpResponse:
    one = _found(desk, pk, own=True)
    actions.issue(one, by=desk.user, now=timezone.now())
    messages.success(desk.request, f"Đã ban hành {one.number} đến {one.receipts.count()} đơn vị.")
    return desk.go("directive", pk)


def close_directive(desk: Desk, pk: int) -> HttpResponse:
    actions.close_directive(_found(desk, pk, own=True), by=desk.user, now=timezone.now())
    return desk.go("directive", pk)


def urge(desk: Desk, pk: int) -> HttpResponse:
    """One unit, named in the form."""
    one = _found(desk, pk, own=True)
    form = UrgeForm(desk.request.POST)
    agency = get_object_or_404(Agency, pk=desk.request.POST.get("agency") or 0, pk__in=one.receipts.values("agency"))
    text = form.cleaned_data["text"] if form.is_valid() else ""
    text = text or f"Đề nghị đơn vị cập nhật việc thực hiện {one.number}."
    actions.urge(one, agency=agency, text=text, by=desk.user, now=timezone.now())
    messages.success(desk.request, f"Đã nhắc {agency.name_within}.")
    return desk.go("directive", pk)


def derive(desk: Desk, pk: int) -> HttpResponse:
    """“Lập văn bản triển khai”: the commune's own letter, as a draft to edit."""
    one = _found(desk, pk)
    names = {
        "issuer_name": f"UBND {desk.issuer.name_within}", "issued_on": localdate(), "subject": one.subject, "kind": one.kind,
        "groups": ["divisions"],
    }  # fmt: skip
    form = _bound(desk, LetterForm, issuer=desk.issuer, initial=names)
    if _is_ready(desk, form):
        made = actions.derive(one, letter=form.letter(), commune=desk.issuer, by=desk.user, now=timezone.now())
        return desk.go("directive", made.pk)
    return desk.show(
        "form.html", form=form, title=f"Lập văn bản triển khai {one.number}", press="Lưu dự thảo",
        back=desk.url("directive", pk),
    )  # fmt: skip


def read_directive(desk: Desk, pk: int) -> HttpResponse:
    actions.read_directive(_found(desk, pk), by=desk.user, now=timezone.now())
    return desk.go("directive", pk)


def acknowledge(desk: Desk, pk: int) -> HttpResponse:
    """For the unit the person sits in, or for the whole commune by its leader or clerk."""
    one = _found(desk, pk)
    for receipt in one.receipts.filter(agency__in=[desk.office.agency, desk.issuer], acknowledged_at__isnull=True):
        actions.acknowledge(receipt, by=desk.user, now=timezone.now())
    return desk.go("directive", pk)
