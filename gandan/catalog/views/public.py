"""Pages about procedures that anybody may read."""

from __future__ import annotations

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate

from gandan.core.vietnamese import sort_key
from gandan.people.access import PublicRequest, public
from gandan.ui.qr import svg

from ..models import ProcedureVersion
from ..search import search
from ..sheet import sheet_of

FOUND, PER_PAGE = 10, 25


@public
def procedures(request: PublicRequest) -> HttpResponse:
    query, field = (request.GET.get(name, "").replace("\0", "").strip()[:200] for name in ("q", "linh-vuc"))
    in_force = ProcedureVersion.objects.in_force(localdate()).select_related("procedure")
    found: dict[str, object] = {"query": query, "field": field}
    if query:
        found["hits"] = search(query, limit=FOUND)
    elif field:
        versions = in_force.filter(procedure__field=field).order_by("procedure__sort_name")
        found["page"] = Paginator(versions, PER_PAGE).get_page(request.GET.get("page"))
    else:
        fields = in_force.values_list("procedure__field").annotate(Count("pk")).order_by()
        found["fields"] = sorted(fields, key=lambda one: sort_key(one[0]))
    return render(request, "catalog/public/procedures.html", found)


@public
def procedure(request: PublicRequest, code: str) -> HttpResponse:
    version = _in_force(code)
    shown = {
        "version": version,
        "procedure": version.procedure,
        "sheet": sheet_of(version, request.commune),
        "may_file_online": "online" in version.channels and version.has_form,  # type: ignore[attr-defined]  # annotated
    }
    return render(request, "catalog/public/procedure.html", shown)


@public
def procedure_qr(request: PublicRequest, code: str) -> HttpResponse:
    """A sheet to print and hang: the code leads to the page of the procedure."""
    version = _in_force(code)
    address = f"{settings.PUBLIC_URL}{reverse('catalog:procedure', args=[code])}"
    shown = {
        "version": version,
        "procedure": version.procedure,
        "sheet": sheet_of(version, request.commune),
        "address": address,
        "qr": mark_safe(svg(address, label=f"Mã QR của thủ tục {version.procedure.short_name}")),
    }
    return render(request, "catalog/public/procedure_qr.html", shown)


def _in_force(code: str) -> ProcedureVersion:
    versions = ProcedureVersion.objects.in_force(localdate()).with_facts().with_form_mark()
    version = versions.filter(procedure__code=code).order_by("-number").first()
    if version is None:
        raise Http404(f"Thủ tục {code} không có hoặc không còn hiệu lực.")
    return version
