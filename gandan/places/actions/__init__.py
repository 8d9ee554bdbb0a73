"""The verbs of places; each is one transaction that checks, changes and records."""

from .days import confirm_year, import_calendar, remove_day, set_day, unconfirm_year
from .foundation import load_calendar, load_foundation
from .hamlets import add_hamlet, edit_hamlet, import_hamlets, remove_hamlet
from .offices import edit_agency, open_commune, set_sessions
from .units import Imported, import_units

__all__ = [
    "Imported",
    "add_hamlet",
    "confirm_year",
    "edit_agency",
    "edit_hamlet",
    "import_calendar",
    "import_hamlets",
    "import_units",
    "load_calendar",
    "load_foundation",
    "open_commune",
    "remove_day",
    "remove_hamlet",
    "set_day",
    "set_sessions",
    "unconfirm_year",
]
