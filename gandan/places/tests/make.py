"""Plain makers of places for tests."""

from datetime import UTC, datetime

from gandan.places import actions
from gandan.places.actions.foundation import shipped_days
from gandan.places.models import Agency
from gandan.places.reading import HamletRow, UnitRow

HAI_PHONG = UnitRow("31", "Thành phố Hải Phòng", "31", "Thành phố Hải Phòng", identifier="000.00.00.H24")


def commune(code: str = "11131", name: str = "Xã Chí Minh") -> Agency:
    """A commune of Hải Phòng, opened with its offices."""
    actions.import_units([HAI_PHONG, UnitRow(code, name, "31", "Thành phố Hải Phòng")])
    return actions.open_commune(Agency.objects.select_related("province").get(code=code))


def calendar() -> None:
    """The shipped days of 2026, confirmed, and of 2027, a forecast."""
    actions.import_calendar(row for row in shipped_days() if row.day.year >= 2026)
    actions.confirm_year(2026, basis="TB 1/2025", now=datetime(2025, 12, 1, 2, tzinfo=UTC))


def hamlet_row(name: str = "An Trì", kind: str = "thon", head_name: str = "", head_phone: str = "") -> HamletRow:
    return HamletRow(kind, name, head_name, head_phone)
