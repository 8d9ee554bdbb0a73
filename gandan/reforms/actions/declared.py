"""Figures of documents, imported as a table: all rows or none, each broken row with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.core.vietnamese import fold
from gandan.journal.actions import record
from gandan.people.models import Role, User
from gandan.places.models import Agency, AgencyKind

from ..declared_rows import Cell, DeclaredRow, Unreadable, read_row, series_name
from ..events import DeclaredImported
from ..models import DeclaredFigure, Reform

IMPORTERS = frozenset({str(Role.LEADER), str(Role.CLERK), str(Role.OVERSIGHT)})
MOST_ROWS = 5000
Key = tuple[int, str, str, int]
"""Model, series, unit without marks, year: one figure each."""
TOLD = ("value", "of_value", "declared")


@dataclass(frozen=True)
class Broken:
    """A row that cannot be taken; `row` counts from 1, the heading not counted."""

    row: int
    reason: str


@dataclass
class Imported:
    """What became of the rows. With a broken one nothing is kept."""

    kept: int = 0
    same: int = 0
    broken: list[Broken] = field(default_factory=list)


@dataclass
class _Table:
    """What rows are read against: models by code and name, units by name, figures already known."""

    agency: Agency
    models: dict[str, Reform]
    own: dict[str, Agency]
    others: frozenset[str]
    series: dict[tuple[int, str], str]
    kept: dict[Key, DeclaredFigure]
    seen: dict[Key, int] = field(default_factory=dict)


@transaction.atomic
def import_declared(rows: Sequence[Mapping[str, Cell]], *, agency: Agency, by: User, now: datetime) -> Imported:
    """Keep the figures of the agency's documents, columns as in `declared_rows.COLUMNS`. Its earlier imports are replaced."""
    if IMPORTERS.isdisjoint(by.roles_in(agency, today=localdate(now))):
        raise NotThisOffice("Nhập số liệu là việc của lãnh đạo, văn thư.")
    if not rows:
        raise RuleBroken("Tệp chưa có dòng số liệu nào. Tải tệp mẫu để xem cách ghi.")
    if len(rows) > MOST_ROWS:
        raise RuleBroken(f"Tệp có {len(rows)} dòng, mỗi lần nhập không quá {MOST_ROWS} dòng. Chia thành nhiều tệp.")
    done, ready = _read(_table(agency), rows)
    if done.broken:
        return done
    for figure in ready:
        figure.save()
    done.kept = len(ready)
    for reform, count in Counter(one.reform for one in ready).items():
        event = DeclaredImported(reform_id=reform.pk, agency_id=agency.pk, figures=count)
        record(event, about=reform, by=by, at=now)
    return done


def _read(table: _Table, rows: Sequence[Mapping[str, Cell]]) -> tuple[Imported, list[DeclaredFigure]]:
    done, ready = Imported(), []
    for place, cells in enumerate(rows, start=1):
        try:
            figure = _figure(table, read_row(cells), place)
        except Unreadable as reason:
            done.broken.append(Broken(place, str(reason)))
            continue
        if figure is None:
            done.same += 1
        else:
            ready.append(figure)
    return done, ready


def _table(agency: Agency) -> _Table:
    is_province = agency.commune_id is None
    mine = Q(province=agency) | Q(pk=agency.pk) if is_province else Q(commune=agency.commune_id)
    inside = {fold(one.name): one for one in Agency.objects.filter(mine).order_by("-kind")}
    beside = Agency.objects.filter(kind=AgencyKind.COMMUNE).exclude(mine)
    reforms = Reform.objects.seen_by(agency)
    models = {fold(one.name): one for one in reforms} | {one.code: one for one in reforms}
    known = list(DeclaredFigure.objects.select_related("agency"))
    series = {(one.reform_id, fold(one.label)): one.series for one in known}
    kept = {(one.reform_id, one.series, fold(one.unit_name), one.year): one for one in known}
    return _Table(agency, models, inside, frozenset(fold(one.name) for one in beside), series, kept)


def _figure(table: _Table, row: DeclaredRow, place: int) -> DeclaredFigure | None:
    """Unsaved, new or changed; None when it is known just so. Raises Unreadable."""
    reform = table.models.get(row.model) or table.models.get(fold(row.model))
    if reform is None:
        raise Unreadable(f"Kho không có mô hình “{row.model}”. Ghi mã hoặc đúng tên mô hình.")
    unit = fold(row.unit_name)
    if unit in table.others and unit not in table.own:
        raise Unreadable(f"“{row.unit_name}” không thuộc {table.agency.name_within}.")
    series = table.series.get((reform.pk, fold(row.label))) or series_name(row.label)
    key = (reform.pk, series, unit, row.year)
    if key in table.seen:
        raise Unreadable(f"Trùng với dòng {table.seen[key]}: cùng đơn vị, mô hình, chỉ tiêu và năm.")
    table.seen[key] = place
    told = DeclaredFigure(
        reform=reform, series=series, label=row.label, unit_name=row.unit_name, agency=table.own.get(unit, table.agency),
        period=row.period, year=row.year, value=row.value, of_value=row.of_value, declared=row.declared, unit=row.unit,
        source=row.source, is_imported=True,
    )  # fmt: skip
    return _over(table.kept.get(key), told, table.own.values())


def _over(kept: DeclaredFigure | None, told: DeclaredFigure, own: Collection[Agency]) -> DeclaredFigure | None:
    """Against the figure already kept in its place: the same, ours to replace, or another document's."""
    if kept is None:
        return told
    if all(getattr(kept, name) == getattr(told, name) for name in TOLD):
        return None
    if not kept.is_imported or kept.agency not in own:
        raise Unreadable(f"Đã có số liệu khác theo {kept.source}: {kept.declared or kept.value}. Không ghi đè.")
    told.pk, told.unit_name = kept.pk, kept.unit_name
    return told
