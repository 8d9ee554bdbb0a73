"""The verbs of the catalogue, one file per group."""

from .confirming import verify_fee, verify_limit
from .editing import add_alias, edit_facts, edit_form, publish_version, remove_alias, retire
from .taking_in import ImportReport, import_procedures, load_foundation

__all__ = [
    "ImportReport",
    "add_alias",
    "edit_facts",
    "edit_form",
    "import_procedures",
    "load_foundation",
    "publish_version",
    "remove_alias",
    "retire",
    "verify_fee",
    "verify_limit",
]
