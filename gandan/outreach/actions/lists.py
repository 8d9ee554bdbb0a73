"""Lists: made, fed from files, matched, closed when everybody has ended in a final state."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.core.secrets import blind_index
from gandan.core.vietnamese import fold
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..events import ListClosed, ListFileRead, ListMade, ListMatched
from ..matching import BY_NUMBER, Candidate, Known, Line, Matched, match
from ..models import ListedPerson, ListFile, Listing
from ..reading import Table, check_columns, hamlet_key, people, read_table
from ..workflow import PersonStatus

INDEX = "outreach_listedperson.id_number"
PURPOSES = {
    "elderly": "Người cao tuổi đủ điều kiện hưởng chế độ",
    "papers": "Người còn thiếu giấy tờ",
    "leaflets": "Tờ hướng dẫn đến từng hộ",
    "apps": "Hộ chưa cài ứng dụng",
    "other": "Việc khác",
}
PARTS = {"population": "Danh sách dân cư", "recipients": "Danh sách đang hưởng"}
RECEIVING = "Có tên trong danh sách đang hưởng."


def id_index_of(number: str) -> str:
    return blind_index(number, column=INDEX)


@dataclass(frozen=True)
class ListFacts:
    """What the list is for. `procedures`: filing one of these closes a person; empty: filing any does."""

    name: str
    purpose: str
    age_from: int | None = None
    is_without_recipients: bool = False
    procedures: tuple[str, ...] = ()


@transaction.atomic
def make_list(agency: Agency, facts: ListFacts, *, by: User, now: datetime) -> Listing:
    """An empty list of the commune."""
    if facts.purpose not in PURPOSES:
        raise RuleBroken("Xin chọn mục đích rà soát.")
    if facts.age_from is not None and not 0 <= facts.age_from <= 120:
        raise RuleBroken("Tuổi từ 0 đến 120.")
    rule: dict[str, object] = {"procedures": list(facts.procedures)}
    if facts.age_from is not None:
        rule["age_from"] = facts.age_from
    if facts.is_without_recipients:
        rule["without"] = "recipients"
    made = Listing.objects.create(
        commune=agency, name=facts.name.strip(), purpose=facts.purpose, rule=rule, made_by=by, made_at=now
    )
    record(ListMade(listing_id=made.pk, purpose=made.purpose), about=made, by=by, at=now, is_first=True)
    return made


def open_list(listing: Listing) -> Listing:
    """The list, locked. RuleBroken when it is closed."""
    locked = Listing.objects.select_for_update(of=("self",)).select_related("commune").get(pk=listing.pk)
    if locked.closed_at is not None:
        raise RuleBroken(f"“{locked.name}” đã kết thúc ngày {localdate(locked.closed_at):%d/%m/%Y}.")
    return locked


@dataclass(frozen=True)
class Upload:
    """A file as sent. `part`: population or recipients."""

    part: str
    name: str
    data: bytes


@transaction.atomic
def read_list_file(listing: Listing, upload: Upload, *, by: User, now: datetime) -> ListFile:
    """Keep a table (encrypted) until it is matched. The same file twice is refused."""
    locked = open_list(listing)
    if upload.part not in PARTS:
        raise RuleBroken("Xin chọn đây là danh sách dân cư hay danh sách đang hưởng.")
    table = read_table(upload.name, upload.data)
    digest = hashlib.sha256(upload.data).hexdigest()
    content = json.dumps([table.heads, *table.rows], ensure_ascii=False)
    try:
        with transaction.atomic():
            made = ListFile.objects.create(
                listing=locked, part=upload.part, name=upload.name[:200], sha256=digest, rows=len(table.rows), by=by,
                at=now, content=content,
            )  # fmt: skip
    except IntegrityError:
        first = ListFile.objects.get(listing=locked, sha256=digest)
        raise RuleBroken(
            f"Tệp này đã nạp ngày {localdate(first.at):%d/%m/%Y} với tên “{first.name}”. Không nạp lại lần nữa."
        ) from None
    record(ListFileRead(listing_id=locked.pk, part=made.part, rows=made.rows), about=locked, by=by, at=now)
    return made


def table_of(file: ListFile) -> Table:
    """The kept table; RuleBroken once it was wiped."""
    if not file.content:
        raise RuleBroken("Nội dung tệp đã xóa sau khi đối chiếu. Xin nạp lại tệp nếu cần.")
    heads, *rows = json.loads(file.content)
    return Table(tuple(heads), tuple(tuple(row) for row in rows))


def _needed_columns(file: ListFile) -> Sequence[str]:
    is_aged = file.listing.age_from is not None
    return ("name", "born_on") if is_aged or file.part == "recipients" else ("name",)


@transaction.atomic
def map_columns(file: ListFile, places: Mapping[str, int], *, by: User, now: datetime) -> list[dict[str, object]]:
    """Which column is what. Returns the lines with a problem; a file without any person is refused."""
    open_list(file.listing)
    table = table_of(file)
    check_columns(places, table.heads, needed=_needed_columns(file))
    lines, problems = people(table, places)
    if not any(line.born_on or line.id_number for line in lines) and file.listing.age_from is not None:
        raise RuleBroken("Không đọc được ngày sinh nào ở cột đã chọn. Xin chọn cột khác.")
    if not lines:
        raise RuleBroken("Không đọc được họ tên nào ở cột đã chọn. Xin chọn cột khác.")
    plain = [one.plain() for one in problems]
    ListFile.objects.filter(pk=file.pk).update(
        columns={"heads": list(table.heads), "places": dict(places)}, problems=plain
    )
    file.refresh_from_db()
    record(ListFileRead(listing_id=file.listing_id, part=file.part, rows=len(lines)), about=file.listing, by=by, at=now)
    return plain


def remembered(file: ListFile) -> dict[str, int]:
    """The columns chosen last time for a file with the same headings in this commune."""
    before = ListFile.objects.filter(
        listing__commune=file.listing.commune_id, part=file.part, columns__heads=list(table_of(file).heads)
    )
    last = before.order_by("-at").first()
    return dict(last.columns["places"]) if last else {}


def _lines(files: Sequence[ListFile]) -> list[Line]:
    return [line for file in files for line in people(table_of(file), file.columns["places"])[0]]


@transaction.atomic
def match_list(listing: Listing, *, by: User, now: datetime) -> Matched:
    """Match what was read since last time; the tables are wiped afterwards. People already listed keep their state."""
    locked, today = open_list(listing), localdate(now)
    files = list(locked.files.filter(matched_at__isnull=True).select_related("listing"))
    population, recipients = _parts(locked, files)
    found = match(_lines(population), _lines(recipients), age_from=locked.age_from, today=today)
    _settle_known(locked, _lines(recipients), now)
    _list(locked, (*found.to_reach, *found.to_come), now)
    if population:
        first = population[0]
        first.problems = [*first.problems, *(one.plain() for one in found.problems)]
        first.save(update_fields=["problems"])
        locked.tally = found.tally()
        locked.save(update_fields=["tally"])
    locked.files.filter(pk__in=[one.pk for one in files]).update(content="", matched_at=now)
    event = ListMatched(listing_id=locked.pk, to_reach=len(found.to_reach), receiving=found.receiving)
    record(event, about=locked, by=by, at=now)
    return found


def _parts(listing: Listing, files: Sequence[ListFile]) -> tuple[list[ListFile], list[ListFile]]:
    if not files:
        raise RuleBroken("Chưa có tệp mới để đối chiếu.")
    unmapped = next((one for one in files if not one.columns), None)
    if unmapped is not None:
        raise RuleBroken(f"Tệp “{unmapped.name}” chưa chỉ ra cột. Mở tệp, chọn cột rồi đối chiếu.")
    population = [one for one in files if one.part == "population"]
    recipients = [one for one in files if one.part == "recipients"]
    if population and not recipients and listing.rule.get("without"):
        raise RuleBroken("Còn thiếu danh sách đang hưởng. Không có danh sách này thì không biết ai chưa hưởng.")
    return population, recipients


def _settle_known(listing: Listing, recipients: Sequence[Line], now: datetime) -> None:
    """People listed earlier who are among the recipients now."""
    if not recipients:
        return
    known = Known.of(recipients)
    for person in listing.people.still_open():
        found = known.match(Line(0, person.name, person.born_on, person.id_number))
        if found == BY_NUMBER:
            changed = {"status": PersonStatus.SERVED, "reason": RECEIVING, "match": found, "changed_at": now}
            listing.people.filter(pk=person.pk).update(**changed)
        elif found and not person.match:
            listing.people.filter(pk=person.pk).update(match=found, changed_at=now)


def _list(listing: Listing, candidates: Sequence[Candidate], now: datetime) -> None:
    known = {key for key in listing.people.values_list("id_index", flat=True) if key}
    alike = set(listing.people.filter(id_index="").values_list("folded", "born_on"))
    places = {hamlet_key(one.name): one for one in Hamlet.objects.of(listing.commune)}
    rows = [person_row(listing, one, places, now) for one in candidates]
    fresh = [
        one for one in rows if (one.id_index not in known if one.id_index else (one.folded, one.born_on) not in alike)
    ]
    ListedPerson.objects.bulk_create(fresh, batch_size=500)


def person_row(listing: Listing, one: Candidate, places: Mapping[str, Hamlet], now: datetime) -> ListedPerson:
    """The row of a person, with the hamlet and its head found by name."""
    line = one.person
    hamlet = places.get(hamlet_key(line.hamlet))
    return ListedPerson(
        listing=listing, hamlet=hamlet, hamlet_name=line.hamlet, name=line.name, folded=fold(line.name)[:120],
        born_on=line.born_on, id_number=line.id_number, id_index=id_index_of(line.id_number), phone=line.phone,
        address=line.address, matter=line.matter, match=one.match, head_name=hamlet.head_name if hamlet else "",
        eligible_from=one.eligible_from, changed_at=now,
    )  # fmt: skip


@transaction.atomic
def close_list(listing: Listing, *, by: User, now: datetime) -> None:
    """Everybody has a final state. Identity numbers, telephones and addresses are wiped: the work needs them no more."""
    locked, today = open_list(listing), localdate(now)
    left = locked.people.of_today(today).still_open().count()
    if left:
        raise RuleBroken(f"Còn {left} người chưa có kết quả cuối. Ghi kết quả từng người rồi mới kết thúc.")
    locked.people.filter(eligible_from__gt=today).delete()
    locked.people.update(id_number="", phone="", address="", id_index="")
    locked.files.update(content="")
    Listing.objects.filter(pk=locked.pk).update(closed_at=now)
    record(ListClosed(listing_id=locked.pk, people=locked.people.count()), about=locked, by=by, at=now)


def age_on(born_on: date, day: date) -> int:
    """Full years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
