"""Plain makers of places for tests."""

from gandan.places import actions
from gandan.places.models import Agency
from gandan.places.reading import HamletRow, UnitRow

HAI_PHONG = UnitRow("31", "Thành phố Hải Phòng", "31", "Thành phố Hải Phòng", identifier="000.00.00.H24")


def commune(code: str = "11131", name: str = "Xã Chí Minh") -> Agency:
    """A commune of Hải Phòng, opened with its offices."""
    actions.import_units([HAI_PHONG, UnitRow(code, name, "31", "Thành phố Hải Phòng")])
    return actions.open_commune(Agency.objects.select_related("province").get(code=code))


def hamlet_row(name: str = "An Trì", kind: str = "thon", head_name: str = "", head_phone: str = "") -> HamletRow:
    return HamletRow(kind, name, head_name, head_phone)
