"""What the ticket machine asks, in which order, and what was answered so far. Nothing of it is kept between two people:
the answers travel in the form and end with the ticket."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.core import signing
from django.db.models import Count

from gandan.catalog.models import Procedure, ProcedureVersion
from gandan.catalog.search import search
from gandan.core.errors import RuleBroken
from gandan.places.models import Agency

from .actions.drawing import Wish
from .identity_card import read_card
from .keys import new_key
from .models import Matter, Priority, Source

SHOWN, FOUND = 7, 4
RECENT = timedelta(days=90)
TOKEN_SECONDS = 12 * 3600
ELDERLY_AGE = 60
"""Luật Người cao tuổi 2009, Điều 2."""
RESULT, UNSURE = "Nhận kết quả", "Chưa rõ thủ tục, cần cán bộ hướng dẫn"


@dataclass(frozen=True)
class Group:
    """A big button of the first screen: which fields of procedures stand behind it."""

    slug: str
    label: str
    words: str
    fields: tuple[str, ...]
    codes: tuple[str, ...] = ()
    """Asked for most, so shown first until the hall has numbers of its own."""


GROUPS = (
    Group("ho-tich", "Khai sinh, kết hôn, khai tử", "và các việc hộ tịch khác", ("Hộ tịch", "Nuôi con nuôi"),
          ("1.001193", "1.000894", "1.000656", "1.004873", "2.000635")),
    Group("chung-thuc", "Chứng thực", "bản sao, chữ ký, hợp đồng", ("Chứng thực",), ("2.000815", "2.000884")),
    Group("chinh-sach", "Trợ cấp, người có công, bảo hiểm y tế", "người cao tuổi, người khuyết tật",
          ("Bảo trợ xã hội", "Người có công", "Chính sách", "Trẻ em", "Giảm nghèo", "Thực hiện chính sách BHYT",
           "Thực hiện chính sách BHXH")),
    Group("cu-tru", "Cư trú, căn cước", "thường trú, tạm trú",
          ("Đăng ký, quản lý cư trú", "Cấp, quản lý căn cước", "Định danh và xác thực điện tử"), ("1.004222",)),
    Group("dat-dai", "Đất đai, xây dựng", "", ("Đất đai", "Hoạt động xây dựng", "Nhà ở và công sở", "Tài chính đất đai")),
    Group("kinh-doanh", "Hộ kinh doanh", "",
          ("Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)", "Thành lập và hoạt động của tổ hợp tác")),
)  # fmt: skip


@dataclass(frozen=True)
class Answers:
    """Everything answered so far, as the hidden fields of the form carry it."""

    token: str
    code: str = ""
    words: str = ""
    papers: str = ""
    year: int | None = None
    birthday: date | None = None

    def fields(self) -> list[tuple[str, str]]:
        """Names and values of the hidden fields."""
        told = (
            ("token", self.token), ("viec", self.code), ("loi", self.words), ("giay", self.papers),
            ("nam", str(self.year or "")), ("sinh", self.birthday.isoformat() if self.birthday else ""),
        )  # fmt: skip
        return [(name, value) for name, value in told if value]

    @property
    def born(self) -> int | None:
        return self.birthday.year if self.birthday else self.year


def new_token() -> str:
    """One number can be drawn with it; signed, so that nobody brings a token of the own making."""
    return signing.TimestampSigner(salt="hall.kiosk").sign(new_key())


def key_of(token: str) -> str:
    try:
        return signing.TimestampSigner(salt="hall.kiosk").unsign(token, max_age=TOKEN_SECONDS)
    except signing.BadSignature:
        raise RuleBroken("Màn hình này đã mở quá lâu. Xin chạm “Bắt đầu lại” để lấy số.") from None


def answers_of(posted: Mapping[str, str]) -> Answers:
    """Read from the form. A year that is none, or a day that is none, counts as not answered."""
    year, born = posted.get("nam", "").strip(), posted.get("sinh", "")
    try:
        birthday = date.fromisoformat(born) if born else None
    except ValueError:
        birthday = None
    return Answers(
        token=posted.get("token") or new_token(), code=posted.get("viec", "")[:20], words=posted.get("loi", "")[:200],
        papers=posted.get("giay", "") if posted.get("giay") in ("co", "chua") else "",
        year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None, birthday=birthday,
    )  # fmt: skip


def with_age(answers: Answers, posted: Mapping[str, str], *, today: date) -> Answers:
    """The year typed, or the birthday of the card that was read. RuleBroken, kindly, for what cannot be read."""
    if payload := posted.get("the", "").strip():
        return replace(answers, birthday=read_card(payload, today=today).birthday, year=None)
    typed = posted.get("nam", "").strip()
    if typed and (answers.year is None or not today.year - 120 <= answers.year <= today.year):
        raise RuleBroken(f"Năm sinh {typed[:8]} chưa đúng. Xin nhập bốn chữ số, ví dụ 1958.")
    return answers


def without_age(answers: Answers) -> Answers:
    """To be asked again."""
    return replace(answers, year=None, birthday=None)


def wish_of(answers: Answers, priority: str, procedure: Procedure | None) -> Wish:
    """What to draw with. The reason of a priority is what the machine knows: chosen by the person, or read from the card."""
    if priority not in Priority.values:
        raise RuleBroken("Diện ưu tiên này không có trong danh sách.")
    reason = f"Tự chọn tại máy lấy số: {Priority(priority).label}" if priority else ""
    if priority == Priority.ELDERLY and answers.birthday:
        reason = f"Thẻ căn cước: sinh năm {answers.birthday.year}"
    return Wish(
        source=Source.KIOSK, procedures=[procedure] if procedure else [], words=answers.words, birth_year=answers.year,
        birthday=answers.birthday, priority=priority, priority_reason=reason,
        has_papers={"co": True, "chua": False}.get(answers.papers), key=key_of(answers.token),
    )  # fmt: skip


def priorities(answers: Answers, today: date) -> list[tuple[str, str]]:
    """Whom the law lets go first; elderly only when the year of birth allows it or is not known."""
    is_elderly = answers.born is None or today.year - answers.born >= ELDERLY_AGE
    return [(value, label) for value, label in Priority.choices if value and (is_elderly or value != Priority.ELDERLY)]


def procedures_of(group: Group, commune: Agency, today: date) -> list[Procedure]:
    """The procedures of a group asked for most in this hall, then the usual ones; at most seven."""
    recent = Matter.objects.filter(ticket__agency=commune, ticket__day__gt=today - RECENT, procedure__isnull=False)
    drawn = dict(recent.values_list("procedure").annotate(Count("pk")))
    usual = {code: place for place, code in enumerate(group.codes)}
    rows = Procedure.objects.in_force(today).filter(field__in=group.fields)
    ordered = sorted(
        rows, key=lambda one: (-drawn.get(one.pk, 0), usual.get(one.code, len(usual)), bytes(one.sort_name))
    )
    return ordered[:SHOWN]


def found_for(question: str, today: date) -> list[Procedure]:
    """Procedures for words typed without marks; at most four, so that the keys have room."""
    codes = [hit.code for hit in search(question, limit=FOUND)] if question.strip() else []
    rows = {one.code: one for one in Procedure.objects.in_force(today).filter(code__in=codes)}
    return [rows[code] for code in codes if code in rows]


def papers_for(procedure: Procedure, today: date) -> list[str]:
    """Names of the papers everybody needs."""
    version = ProcedureVersion.objects.in_force(today).filter(procedure=procedure).first()
    return [paper.name for paper in version.papers() if paper.is_required][:5] if version else []


def group_named(slug: str, groups: Iterable[Group] = GROUPS) -> Group | None:
    return next((one for one in groups if one.slug == slug), None)
