"""What everybody may read of a commune: its figures, without groups of fewer than five."""

from __future__ import annotations

from dataclasses import replace

from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gandan.cockpit.boards import Board, Month, board_of
from gandan.cockpit.disclosure import FEWEST, PublicLine, is_small, public_cells, public_lines
from gandan.core.tables import as_csv
from gandan.measures.registry import measures_named
from gandan.people.access import PublicRequest, public
from gandan.places.models import Agency
from gandan.ui.views.files import as_file

SECONDS = 60
MONTH = ("received", "settled", "on_time_rate", "processing_hours", "online_share", "same_day_share")
MONTHS = ("received", "settled", "on_time_rate", "processing_hours")


@public
def figures(request: PublicRequest) -> HttpResponse:
    """Two statements, once a minute."""
    board = _board(request.commune)
    facts = {
        "board": without_small(board),
        "has_charts": not any(is_small(board.month[name]) for name in MONTHS),
        "fewest": FEWEST,
        "measures": measures_named(MONTHS),
        "stats": list(zip(measures_named(MONTH), public_cells(board.month, MONTH), strict=True)),
        "months": _months(board),
        "fields": public_lines(board.fields, MONTHS),
    }
    return render(request, "cockpit/public/figures.html", facts)


@public
def figures_file(request: PublicRequest) -> HttpResponse:
    """Open data: a line per month and per field of this month, as they stand on the page."""
    board = _board(request.commune)
    heads = ["Đơn vị", "Nhóm", "Tên nhóm", *(f"{measure.label} ({measure.unit})" for measure in measures_named(MONTHS))]
    groups = (("Tháng", _months(board)), ("Lĩnh vực, tháng này", public_lines(board.fields, MONTHS)))
    rows = [[request.commune.name, kind, line.label, *line.cells] for kind, lines in groups for line in lines]
    return as_file(as_csv(heads, rows), f"so-lieu-{request.commune.code}.csv")


def without_small(board: Board) -> Board:
    """For the charts: months of fewer than five dossiers leave a gap."""
    months = [
        Month(
            month.first_day,
            {name: None if figure and is_small(figure) else figure for name, figure in month.figures.items()},
        )
        for month in board.months
    ]
    return replace(board, months=months)


def _board(commune: Agency) -> Board:
    key = f"cockpit.figures.{commune.pk}"
    kept: Board | None = cache.get(key)
    if kept is None:
        kept = board_of(commune, timezone.now())
        cache.set(key, kept, SECONDS)
    return kept


def _months(board: Board) -> list[PublicLine]:
    """The newest first."""
    return [PublicLine(f"{month.first_day:%m/%Y}", public_cells(month.figures, MONTHS)) for month in board.months[::-1]]
