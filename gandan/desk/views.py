"""The officer's day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, localtime

from gandan.dossiers.models import Dossier
from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.files import as_file

from . import export, pieces, searching
from . import inbox as lists

EXPORTS = {"csv": export.as_csv, "xlsx": export.as_xlsx}


@officer
def inbox(request: OfficerRequest) -> HttpResponse:
    """Open dossiers, mine first, by due moment; a partner agency sees the legs given to it."""
    if request.office.is_partner_only:
        return _partner(request)
    now, asked = localtime(), lists.Asked.read(request.GET)
    rows = lists.listed(request.office, asked, now).select_related("procedure", "holder").only(*lists.SHOWN)
    if request.GET.get("dang") in EXPORTS:
        return _export(rows[: export.MOST_LINES], request.GET["dang"])
    counts = lists.counts(request.commune, now, request.user)
    known = None if asked.filters else counts.get(asked.chip.replace("-", "_") or "all")
    page = lists.Counted(rows, known).get_page(asked.page)
    context = {
        "now": now, "page": page, "rows": lists.rows_of(list(page), request.office, now), "counts": counts,
        "chips": _chips(lists.CHIPS, counts, asked.chip), "asked": asked, "filters": _filters(request, asked),
        "is_grouped": asked.order == "",
    }  # fmt: skip
    return render(request, "desk/officer/inbox.html", context)


def _chips(names: Mapping[str, str], counts: Mapping[str, int], current: str) -> list[dict[str, Any]]:
    return [
        {
            "label": label, "href": f"?loc={name}" if name else "?", "count": counts[name.replace("-", "_") or "all"],
            "is_current": name == current,
        }
        for name, label in names.items()
    ]  # fmt: skip


def _filters(request: OfficerRequest, asked: lists.Asked) -> list[dict[str, Any]]:
    labels = {"linh-vuc": "Lĩnh vực", "thu-tuc": "Thủ tục", "kenh": "Cách nộp", "nguoi-giu": "Người giữ"}
    offered = lists.choices(request.commune)
    return [
        {"name": name, "label": label, "choices": offered[name], "chosen": asked.filters.get(name, "")}
        for name, label in labels.items()
    ]


def _export(rows: Any, kind: str) -> HttpResponse:
    return as_file(EXPORTS[kind](rows), f"viec-cua-toi-{localdate():%Y%m%d}.{kind}")


def _partner(request: OfficerRequest) -> HttpResponse:
    now = localtime()
    chip = request.GET.get("loc", "") if request.GET.get("loc") in pieces.CHIPS else ""
    page = Paginator(pieces.pieces(request.office, chip, now), lists.PAGE).get_page(request.GET.get("page"))
    counts = pieces.counts(request.office, now)
    context = {
        "now": now, "page": page, "pieces": pieces.shown(list(page), request.office, now),
        "chips": _chips(pieces.CHIPS, counts, chip),
    }  # fmt: skip
    return render(request, "desk/officer/pieces.html", context)


@officer
def search(request: OfficerRequest) -> HttpResponse:
    """Dossiers and procedures; the exact code opens the dossier at once."""
    words = " ".join(request.GET.get("q", "").split())
    exact = Dossier.objects.for_office(request.office).filter(code=words).values_list("code", flat=True).first()
    if exact:
        return redirect("dossiers:detail", exact)
    page = Paginator(searching.dossiers(request.office, words), lists.PAGE).get_page(request.GET.get("page"))
    context = {
        "words": words, "page": page, "dossiers": searching.shown(list(page)),
        "procedures": searching.procedures(words, localdate()),
        "most": searching.MOST_FOUND, "is_short": 0 < len(words) < searching.SHORTEST,
    }  # fmt: skip
    return render(request, "desk/officer/search.html", context)
