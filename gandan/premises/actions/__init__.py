"""The verbs of the premises."""

from .amenities import AmenityDetails, add_amenity, change_amenity, count_use, set_up_amenities
from .checklist import (
    Finding,
    ItemDetails,
    add_item,
    change_item,
    inspect_item,
    renew_item,
    set_up_checklist,
    warn_expiry,
)
from .defects import (
    Fault,
    Mending,
    assign_defect,
    dismiss_defect,
    fix_defect,
    reopen_defect,
    report_defect,
    verify_defect,
)
from .mornings import Look, check_amenity, open_day, tell_unchecked

__all__ = [
    "AmenityDetails", "Fault", "Finding", "ItemDetails", "Look", "Mending", "add_amenity", "add_item",
    "assign_defect", "change_amenity", "change_item", "check_amenity", "count_use", "dismiss_defect", "fix_defect",
    "inspect_item", "open_day", "renew_item", "reopen_defect", "report_defect", "set_up_amenities",
    "set_up_checklist", "tell_unchecked", "verify_defect", "warn_expiry",
]  # fmt: skip
