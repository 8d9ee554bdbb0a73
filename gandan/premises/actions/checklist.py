"""The things of the checklist: taken over, inspected, renewed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import say_day
from gandan.dossiers.uploads import CleanFile
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import ChecklistSetUp, ItemExpiring, ItemInspected, ItemKept, ItemRenewed
from ..models import ChecklistItem, Inspection, Source
from ..rules import rules_of
from ..shipped import Spot, spots_of
from .amenities import works_in
from .defects import Fault, report_defect


@dataclass(frozen=True)
class ItemDetails:
    """Everything a commune may set of a thing."""

    unit: Agency
    section: str
    name: str
    cadence: str
    place: str = ""
    needs_photo: bool = True
    equipment: str = ""
    responsible: User | None = None
    expires_on: date | None = None
    is_used: bool = True


@dataclass(frozen=True)
class Finding:
    """What an inspector saw. `is_scanned`: standing before the QR of the place."""

    is_ok: bool
    note: str = ""
    photo: CleanFile | None = None
    is_scanned: bool = False


@transaction.atomic
def set_up_checklist(commune: Agency, *, by: User | None, now: datetime) -> int:
    """Take over what is missing of the shipped list, per unit, counter and hamlet as they stand now. Returns how many."""
    Agency.objects.select_for_update(no_key=True).get(pk=commune.pk)
    known = set(ChecklistItem.objects.of(commune).values_list("unit", "name", "place"))
    wanted = [spot for spot in spots_of(commune) if (spot.unit.pk, spot.line["name"], spot.place) not in known]
    ChecklistItem.objects.bulk_create(_item(commune, spot) for spot in wanted)
    if wanted:
        record(ChecklistSetUp(added=len(wanted)), about=commune, by=by, at=now)
    return len(wanted)


def _item(commune: Agency, spot: Spot) -> ChecklistItem:
    line = spot.line
    return ChecklistItem(
        agency=commune, unit=spot.unit, section=line["section"], name=line["name"], place=spot.place,
        cadence=line["cadence"], equipment=line.get("equipment", ""),
    )  # fmt: skip


@transaction.atomic
def add_item(commune: Agency, details: ItemDetails, *, by: User, now: datetime) -> ChecklistItem:
    """A thing of the commune's own."""
    Agency.objects.select_for_update(no_key=True).get(pk=commune.pk)
    made = ChecklistItem(agency=commune)
    _set(made, details)
    record(ItemKept(item_id=made.pk, is_used=made.is_used), about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def change_item(item: ChecklistItem, details: ItemDetails, *, by: User, now: datetime) -> None:
    ChecklistItem.objects.select_for_update().get(pk=item.pk)
    _set(item, details)
    record(ItemKept(item_id=item.pk, is_used=item.is_used), about=item, by=by, at=now)


def _set(item: ChecklistItem, details: ItemDetails) -> None:
    works_in(details.responsible, item.agency)
    if details.unit.commune_id != item.agency_id:
        raise RuleBroken(f"{details.unit} không thuộc {item.agency.name_within}.")
    same = ChecklistItem.objects.filter(agency=item.agency, unit=details.unit, name=details.name, place=details.place)
    if same.exclude(pk=item.pk).exists():
        raise RuleBroken(f"“{details.name}” ở chỗ này đã có trong danh mục.")
    for name in vars(details):
        setattr(item, name, getattr(details, name))
    item.save()


@transaction.atomic
def inspect_item(item: ChecklistItem, finding: Finding, *, by: User, now: datetime) -> Inspection:
    """Photo, inspector, moment. Not in order: a defect goes to whoever is responsible."""
    ChecklistItem.objects.select_for_update().get(pk=item.pk)
    if item.needs_photo and finding.photo is None:
        raise RuleBroken(f"{item}: chụp kèm một tấm ảnh.")
    if not finding.is_ok and not finding.note.strip():
        raise RuleBroken(f"{item}: ghi hỏng ở đâu, thiếu gì.")
    made = Inspection(
        item=item, inspector=by, at=now, is_ok=finding.is_ok, note=finding.note.strip(), is_scanned=finding.is_scanned
    )  # fmt: skip
    if finding.photo:
        made.photo, made.photo_type = finding.photo.content, finding.photo.media_type
    made.save()
    record(ItemInspected(item_id=item.pk, is_ok=made.is_ok), about=item, by=by, at=now)
    if not made.is_ok:
        report_defect(item, Fault(made.note, Source.INSPECTOR, finding.photo), by=by, now=now)
    return made


@transaction.atomic
def renew_item(item: ChecklistItem, expires_on: date, *, by: User, now: datetime) -> None:
    """A new one is there, good until `expires_on`; what asked for it is closed by a look, as every defect."""
    if expires_on <= localdate(now):
        raise RuleBroken("Hạn dùng mới phải sau hôm nay.")
    ChecklistItem.objects.select_for_update().get(pk=item.pk)
    item.expires_on, item.warned_for = expires_on, None
    item.save(update_fields=["expires_on", "warned_for"])
    record(ItemRenewed(item_id=item.pk, expires_on=expires_on), about=item, by=by, at=now)


@transaction.atomic
def warn_expiry(item: ChecklistItem, *, by: User | None, now: datetime) -> bool:
    """Near its day: said once for each day of expiry, with a defect that asks for a new one."""
    held = ChecklistItem.objects.select_for_update().select_related(None).get(pk=item.pk)
    today = localdate(now)
    last = today + timedelta(days=rules_of(item.agency, today).warn_days)
    if held.expires_on is None or held.expires_on > last or held.warned_for == held.expires_on:
        return False
    item.warned_for = item.expires_on = held.expires_on
    item.save(update_fields=["warned_for"])
    record(ItemExpiring(item_id=item.pk, expires_on=held.expires_on), about=item, by=by, at=now)
    text = f"Hạn dùng {say_day(held.expires_on, today=today)}. Cần thay mới."
    report_defect(item, Fault(text, Source.EXPIRY, is_stopping=held.expires_on < today), by=by, now=now)
    return True
