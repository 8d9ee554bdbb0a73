"""The registry on screen: the list of models, one model, its texts. Worn as officer's and as leader's pages."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate, now

from gandan.documents.drawing import as_docx
from gandan.documents.sheets import Paragraph, Sheet
from gandan.measures.registry import all_measures
from gandan.people.access import LeaderRequest, OfficerRequest, leader, officer
from gandan.places.models import Agency
from gandan.ui.views.files import as_file

from .. import listing
from ..cards import apply_card, learning_card
from ..declared import series_of
from ..effect.reading import effect_charts, effect_table, measures_with_effect
from ..models import Level, Recognition, Reform, ReformVersion
from ..packages import Package, Text, read
from ..rights import OF_ANYBODY, keeps, steps_for
from ..workflow import LOOKS, OPERATING, Status

StaffRequest = OfficerRequest | LeaderRequest
PER_PAGE = 30


def door_of(request: StaffRequest) -> str:
    """Prefix of URL names: “” for officers, “province_” for leaders and the province."""
    return "province_" if request.path.startswith("/lanh-dao/") else ""


def agency_of(request: StaffRequest) -> Agency:
    """The commune the person works for, or the province."""
    return request.office.commune or request.office.agency


def find(request: StaffRequest, code: str) -> Reform:
    """A model of the registry, or an idea the office may see. Another commune's idea is not found."""
    models = Reform.objects.select_related("owner", "parent", "author", "proposed_by")
    reform = get_object_or_404(models, code=code)
    if not Reform.objects.seen_by(agency_of(request)).filter(pk=reform.pk).exists():
        raise Http404
    return reform


def show(request: StaffRequest, template: str, shown: dict[str, Any]) -> HttpResponse:
    return render(request, f"reforms/officer/{template}.html", {"door": door_of(request), **shown})


def models(request: StaffRequest) -> HttpResponse:
    agency, wanted = agency_of(request), listing.Wanted.read(request.GET)
    page = Paginator(listing.listed(wanted, agency), PER_PAGE).get_page(request.GET.get("page"))
    adopted = listing.adopted_by(agency)
    shown = {
        "page": page, "rows": [(one, adopted.get(one.pk)) for one in page], "wanted": wanted,
        "fields": listing.fields_of(agency), "documents": listing.documents_of(agency),
        "orders": [(key, words) for key, (words, _) in listing.ORDERS.items()], "levels": Level.choices,
        "statuses": [(status, status.label) for status in LOOKS if status != Status.MERGED], "agency": agency,
    }  # fmt: skip
    return show(request, "index", shown)


def model(request: StaffRequest, code: str) -> HttpResponse:
    reform, agency = find(request, code), agency_of(request)
    version = reform.newest()
    package = package_of(version)
    running = reform.adoptions.filter(status__in=OPERATING).select_related("agency").order_by("started_on")
    shown = {
        "reform": reform, "version": version, "package": package, "agency": agency, "measures": _labels(package),
        "documents": reform.documents.order_by("issued_on", "number"), "declared": series_of(reform.declared.order_by("pk")),
        "launches": reform.launches.order_by("on", "pk"), "variants": reform.variants.exclude(status=Status.MERGED),
        "merged": reform.variants.filter(status=Status.MERGED).select_related("author", "proposed_by"),
        "adopters": running, "steps": _buttons(reform, request), "applies": keeps(reform, request.office),
        "recognitions": Recognition.objects.filter(reform=reform).select_related("agency").order_by("-submitted_at"),
        "surveys": reform.surveys.filter(**_made_by(agency)).select_related("agency").order_by("-on"),
        "assessment": reform.assessments.filter(agency=agency).prefetch_related("opinions__agency").first(),
        "recognised_by": reform.documents.filter(role="recognises").order_by("issued_on").first(),
        "apply": apply_card(reform, request.office, now()), "learning": learning_card(reform, request.office),
        **_effect(reform),
    }  # fmt: skip
    return show(request, "detail", shown)


def _buttons(reform: Reform, request: StaffRequest) -> list[tuple[str, str]]:
    """Label and address of the steps this person may take; sending and merging stand on the page of the idea."""
    steps, door = steps_for(reform, request.office), door_of(request)
    found = [
        (one.label, reverse(f"reforms:{door}{one.verb}", args=[reform.code]))
        for one in steps
        if one.verb not in OF_ANYBODY
    ]
    if not door and len(found) < len(steps):
        found.insert(0, ("Mở ý tưởng: so giống, gửi, ghi nhận nhân rộng", reverse("reforms:idea", args=[reform.code])))
    return found


def _labels(package: Package | None) -> list[str]:
    known = {one.name: one.label for one in all_measures()}
    return [known[name] for name in package.measures if name in known] if package else []


def _made_by(agency: Agency) -> dict[str, Any]:
    return {"by__agency__province": agency} if agency.commune_id is None else {"by__agency__commune": agency}


def _effect(reform: Reform) -> dict[str, Any]:
    """The measured effect by the first measure that has one."""
    measures = measures_with_effect(reform)
    table = effect_table(reform, measures[0]) if measures else None
    if table is None or table.whole is None:
        return {}
    return {"effect": table, "table": table, "charts": effect_charts(table.whole.effect, table.measure)}


def package_of(version: ReformVersion | None) -> Package | None:
    """None where the package is still to come."""
    return read(version.package) if version is not None and version.has_package else None


def text(request: StaffRequest, code: str, key: str) -> HttpResponse:
    """One text of the package with the names of this office filled in; `?tep=docx` for the file."""
    reform, agency = find(request, code), agency_of(request)
    package = package_of(reform.newest())
    found = next((one for one in package.texts if one.key == key), None) if package else None
    if found is None:
        raise Http404
    body = found.filled(unit=agency.name, name="…", start="ngày … tháng … năm …", child_name="…")
    if request.GET.get("tep") == "docx":
        return _file(found, body, agency, f"{reform.code}-{found.key}")
    return show(request, "text", {"reform": reform, "text": found, "body": body})


def _file(text: Text, body: str, agency: Agency, name: str) -> HttpResponse:
    superior = agency.province.name if agency.province_id and agency.province else ""
    blocks = tuple(Paragraph(text=line) for line in body.splitlines() if line.strip())
    sheet = Sheet(
        superior=superior, agency=agency.name, title=text.title, place=agency.name, issued_on=localdate(), blocks=blocks
    )
    return as_file(as_docx(sheet), f"{name}.docx")


index, detail, package_text = officer(models), officer(model), officer(text)
province_index, province_detail, province_package_text = leader(models), leader(model), leader(text)
