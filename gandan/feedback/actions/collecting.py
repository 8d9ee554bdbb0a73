"""Boxes that are opened, sources that are asked every week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.core.keys import new_key
from gandan.dossiers.uploads import CleanFile
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..events import BoxKept, BoxOpened, BoxUnopened, WeeklyAnswered, WeeklyReminded, WeeklySourceKept
from ..models import BoxOpening, Channel, Feedback, OpinionBox, WeeklyReturn, WeeklySource, monday_of
from .noting import _needs
from .receiving import Origin, Told, Where, receive


@dataclass(frozen=True)
class BoxFacts:
    """Where a box hangs. `hamlet` None: at the headquarters."""

    place: str
    hamlet: Hamlet | None = None
    install_by: date | None = None
    installed_on: date | None = None
    is_used: bool = True


@dataclass(frozen=True)
class Minutes:
    """Biên bản mở hòm thư."""

    witness: str
    letters: int
    photo: CleanFile | None
    note: str = ""


@dataclass(frozen=True)
class SourceFacts:
    """A body or hamlet and who answers for it."""

    name: str
    hamlet: Hamlet | None = None
    person_name: str = ""
    phone: str = ""
    email: str = ""
    is_used: bool = True


@transaction.atomic
def keep_box(agency: Agency, facts: BoxFacts, *, box: OpinionBox | None = None, by: User, now: datetime) -> OpinionBox:
    """Add a box, or change `box`."""
    place = _needs(facts.place, "Ghi nơi treo hòm thư.")[:160]
    kept = box or OpinionBox(agency=agency)
    if OpinionBox.objects.of(agency).filter(place=place).exclude(pk=kept.pk).exists():
        raise RuleBroken(f"Đã có hòm thư ở {place}.")
    kept.place, kept.hamlet, kept.install_by, kept.installed_on, kept.is_used = (
        place, facts.hamlet, facts.install_by, facts.installed_on, facts.is_used,
    )  # fmt: skip
    kept.save()
    record(BoxKept(box_id=kept.pk), about=kept, by=by, at=now)
    return kept


@transaction.atomic
def open_box(box: OpinionBox, minutes: Minutes, *, by: User, now: datetime) -> BoxOpening:
    """Two persons and a photo; the letters are entered one by one afterwards."""
    witness = _needs(minutes.witness, "Ghi họ tên người thứ hai cùng mở.")[:120]
    if witness.casefold() == by.full_name.casefold():
        raise RuleBroken("Người cùng mở phải là một người khác.")
    if minutes.photo is None or not minutes.photo.media_type.startswith("image/"):
        raise RuleBroken("Cần ảnh chụp lúc mở hòm thư.")
    if box.installed_on is None or not box.is_used:
        raise RuleBroken(f"{box} chưa được treo.")
    made = BoxOpening.objects.create(
        box=box, day=localdate(now), at=now, by=by, witness=witness, letters_found=minutes.letters, note=minutes.note[:300],
        photo=minutes.photo.content, photo_type=minutes.photo.media_type,
    )  # fmt: skip
    record(BoxOpened(box_id=box.pk, opening_id=made.pk, letters=minutes.letters), about=box, by=by, at=now)
    return made


@transaction.atomic
def enter_letter(
    opening: BoxOpening, text: str, photos: Sequence[CleanFile] = (), *, by: User, now: datetime
) -> Feedback:
    """A letter of the box becomes a feedback; not more than were found."""
    BoxOpening.objects.select_for_update().get(pk=opening.pk)
    entered = opening.letters.count()
    if entered >= opening.letters_found:
        raise RuleBroken(f"Biên bản ghi {opening.letters_found} thư, đã nhập đủ.")
    told = Told(
        text=text, channel=Channel.BOX, origin=Origin(box_opening=opening), photos=photos,
        where=Where(place=opening.box.place, hamlet=opening.box.hamlet), press_key=f"box-{opening.pk}-{entered + 1}",
    )  # fmt: skip
    return receive(opening.box.agency, told, by=by, now=now)


@transaction.atomic
def warn_unopened(box: OpinionBox, last_on: date, *, by: User | None, now: datetime) -> bool:
    """Once for each last opening. False when it was warned already."""
    if not OpinionBox.objects.filter(pk=box.pk).exclude(warned_for=last_on).update(warned_for=last_on):
        return False
    record(BoxUnopened(box_id=box.pk, last_on=last_on), about=box, by=by, at=now)
    return True


@transaction.atomic
def keep_source(
    agency: Agency, facts: SourceFacts, *, source: WeeklySource | None = None, by: User, now: datetime
) -> WeeklySource:
    """Add a source of the weekly round, or change `source`."""
    name = _needs(facts.name, "Ghi tên đầu mối, ví dụ “Hội Phụ nữ”, “Thôn Mỹ Ân”.")[:120]
    kept = source or WeeklySource(agency=agency, key=new_key())
    if WeeklySource.objects.filter(agency=agency, name=name).exclude(pk=kept.pk).exists():
        raise RuleBroken(f"Đã có đầu mối {name}.")
    kept.name, kept.hamlet, kept.person_name = name, facts.hamlet, facts.person_name.strip()
    kept.phone, kept.email, kept.is_used = facts.phone.strip(), facts.email.strip(), facts.is_used
    kept.save()
    record(WeeklySourceKept(source_id=kept.pk), about=kept, by=by, at=now)
    return kept


@transaction.atomic
def answer_week(source: WeeklySource, opinions: Sequence[str], *, by: User | None, now: datetime) -> WeeklyReturn:
    """The return of this week: each opinion becomes a feedback; none at all is “không có ý kiến”. Once a week; what comes
    later in the week is added."""
    said = [one.strip() for one in opinions if one.strip()]
    made, _ = WeeklyReturn.objects.select_for_update().get_or_create(source=source, monday=monday_of(localdate(now)))
    if made.answered_at and not said:
        raise RuleBroken(f"{source} đã gửi phiếu tuần này.")
    before = made.opinions.count()
    made.answered_at, made.answered_by = made.answered_at or now, made.answered_by or by
    made.has_none = not said and not before
    made.save()
    for number, text in enumerate(said, start=before + 1):
        told = Told(
            text=text, channel=Channel.WEEKLY, origin=Origin(weekly_return=made), press_key=f"week-{made.pk}-{number}",
            where=Where(hamlet=source.hamlet, place=str(source.hamlet or "")),
        )  # fmt: skip
        receive(source.agency, told, by=by, now=now)
    record(WeeklyAnswered(source_id=source.pk, monday=made.monday, opinions=len(said)), about=made, by=by, at=now)
    return made


@transaction.atomic
def remind_source(source: WeeklySource, *, by: User | None, now: datetime) -> bool:
    """Friday and nothing came in: once a week. False when there is nothing to remind."""
    made, _ = WeeklyReturn.objects.select_for_update().get_or_create(source=source, monday=monday_of(localdate(now)))
    if made.answered_at or made.reminded_at:
        return False
    made.reminded_at = now
    made.save(update_fields=["reminded_at"])
    record(WeeklyReminded(source_id=source.pk, monday=made.monday), about=made, by=by, at=now)
    return True
