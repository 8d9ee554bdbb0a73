"""The register of statutory reports: a later report adds one file that declares itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gandan.core.errors import RuleBroken
from gandan.measures.periods import Period
from gandan.places.models import Agency


@dataclass(frozen=True)
class Column:
    """A column of figures; columns of one `group` stand under a common heading."""

    key: str
    label: str
    group: str = ""


@dataclass(frozen=True)
class Sheet:
    """A filled report: lines of figures by label, and their total. Plain data, so that it can be frozen."""

    columns: tuple[Column, ...]
    lines: tuple[tuple[str, Mapping[str, int]], ...]
    total: Mapping[str, int]

    def as_data(self) -> dict[str, Any]:
        """JSON of the command, of the API and of frozen reports."""
        rows = [{"label": label, **figures} for label, figures in self.lines]
        return {"columns": [column.key for column in self.columns], "rows": rows, "total": dict(self.total)}


@dataclass(frozen=True)
class Report:
    """A form by its official name. `fill` takes the communes it covers, the period and the present moment."""

    name: str
    title: str
    first_column: str
    basis: str
    columns: tuple[Column, ...]
    fill: Callable[[Sequence[Agency], Period, datetime], Sheet]

    def sheet_of(self, data: Mapping[str, Any]) -> Sheet:
        """A frozen report as it was."""
        lines = tuple((row["label"], {column.key: row[column.key] for column in self.columns}) for row in data["rows"])
        return Sheet(self.columns, lines, data["total"])

    def headings(self) -> list[tuple[str, int]]:
        """The groups of columns with the number of columns under each."""
        found: list[tuple[str, int]] = []
        for column in self.columns:
            if found and found[-1][0] == column.group:
                found[-1] = (column.group, found[-1][1] + 1)
            else:
                found.append((column.group, 1))
        return found


_reports: dict[str, Report] = {}


def declare(report: Report) -> None:
    _reports[report.name] = report


def all_reports() -> list[Report]:
    return [_reports[name] for name in sorted(_reports)]


def report_named(name: str) -> Report:
    """Raises RuleBroken with the names there are."""
    if name not in _reports:
        raise RuleBroken(f"Không có báo cáo “{name}”. Hiện có: {', '.join(sorted(_reports))}.")
    return _reports[name]


def covered_by(agency: Agency) -> list[Agency]:
    """The communes whose dossiers a report of `agency` counts: its own, or all of a province."""
    if agency.commune_id:
        return [agency.commune or agency]
    return list(Agency.objects.communes().filter(province=agency))
