"""A fortnight at the Centre of xã Chí Minh, told through the real actions at past moments: what a newcomer sees first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from gandan.catalog.models import ProcedureVersion
from gandan.catalog.parts import FormField, FormStep, steps_from
from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.models import Channel, Dossier, LegStatus
from gandan.people.models import User
from gandan.places.calendar import Calendar
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency

APPLICANTS = (
    ("Nguyễn Thị Hạnh", "female"), ("Phạm Văn Tuấn", "male"), ("Hoàng Minh Sơn", "male"), ("Vũ Thị Lan", "female"),
    ("Đỗ Văn Thắng", "male"), ("Nguyễn Thị Thơm", "female"), ("Bùi Thị Mận", "female"), ("Trịnh Văn Hùng", "male"),
    ("Lê Thị Ngoan", "female"), ("Mai Quốc Việt", "male"), ("Ngô Thanh Bình", "male"), ("Phạm Thu Hà", "female"),
)  # fmt: skip


@dataclass(frozen=True)
class Episode:
    """One dossier: which procedure, how many office hours ago it came, and what has been done since."""

    procedure: str
    hours_ago: int
    channel: str = Channel.COUNTER
    acts: tuple[str, ...] = ()
    pace: int = 45
    note: str = ""


EPISODES = (
    Episode("1.001193", 3, Channel.ONLINE),
    Episode("1.004873", 6, Channel.ONLINE),
    Episode("2.000815", 1, acts=("receive", "hand_over")),
    Episode("2.000815", 20, acts=("receive", "hand_over", "work", "approve", "return"), pace=6),
    Episode("2.000884", 22, acts=("receive", "hand_over", "work", "approve", "return"), pace=7),
    Episode("1.004873", 14, acts=("receive", "hand_over")),
    Episode("1.000656", 4, acts=("receive", "hand_over", "work")),
    Episode("2.000986", 40, Channel.ONLINE, ("receive", "hand_over", "first_stage", "bhxh"), 60),
    Episode("2.000986", 100, Channel.ONLINE, ("receive", "hand_over", "first_stage", "bhxh"), 60),
    Episode("1.004859", 30, acts=("receive", "hand_over")),
    Episode("1.004837", 12, acts=("receive",)),
    Episode("2.000635", 2, Channel.ONLINE, ("receive", "hand_over", "work", "approve")),
    Episode("1.001699", 90, Channel.ONLINE, ("receive", "hand_over", "ask"), note="Ảnh thẻ căn cước bị mờ, xin chụp lại."),
    Episode("1.001193", 60, acts=("receive", "hand_over", "work", "approve", "return"), pace=50),
    Episode("1.001193", 70, Channel.ONLINE, ("receive", "hand_over", "work", "approve", "return"), 40),
    Episode("1.004746", 50, acts=("receive", "hand_over", "work", "approve", "return"), pace=55),
    Episode("1.004222", 65, Channel.ONLINE, ("receive", "hand_over", "work", "approve")),
)  # fmt: skip


@dataclass
class Cast:
    """Who acts, and the office clock they act by."""

    commune: Agency
    calendar: Calendar
    staff: dict[str, User] = field(default_factory=dict)

    def by(self, username: str) -> User:
        return self.staff[username]


def tell_story(commune: Agency, *, now: datetime) -> None:
    """File and work the dossiers of `EPISODES`; a procedure that is not in the catalogue is passed over."""
    people = {user.username: user for user in User.objects.filter(is_staff_member=True).select_related("agency")}
    cast = Cast(commune, calendar_of(commune), people)
    for number, episode in enumerate(EPISODES):
        version = (
            ProcedureVersion.objects.with_facts().filter(procedure__code=episode.procedure, is_published=True).first()
        )
        if version is not None:
            _tell(cast, episode, version, number, now)


def _tell(cast: Cast, episode: Episode, version: ProcedureVersion, number: int, now: datetime) -> None:
    at = _hours_before(cast.calendar, now, episode.hours_ago)
    name, gender = APPLICANTS[number % len(APPLICANTS)]
    applicant = {
        "applicant_name": name, "applicant_gender": gender, "applicant_phone": f"0912345{100 + number}",
        "applicant_address": "thôn Mỹ Ân, xã Chí Minh",
    }  # fmt: skip
    form = version.form()
    answers = invented_answers(steps_from(form.steps) if form else [], born=localdate(at) - timedelta(days=12))
    filing = actions.Filing(version, cast.commune, episode.channel, applicant, answers, form)
    seen = {one.key: (one.originals, one.copies) for one in version.papers() if one.is_required}
    dossier = actions.file(filing, by=cast.by("motcua"), now=at, seen=seen)
    for act in episode.acts:
        at = cast.calendar.add_working_minutes(at, episode.pace)
        try:
            ACTS[act](cast, dossier, at, episode)
        except RuleBroken:
            return
        dossier.refresh_from_db()


MOTHER, FATHER = "030190012412", "030090004512"
BY_TYPE = {
    "number": 2, "phone": "0912345118", "email": "", "checkbox": True,
    "address": "Thôn Mỹ Ân, xã Chí Minh, thành phố Hải Phòng",
}  # fmt: skip
BY_WORD = (
    ("dân tộc", "Kinh"), ("quốc tịch", "Việt Nam"), ("quan hệ", "Cháu"), ("bé", "Phạm Gia Bảo"), ("mẹ", "Nguyễn Thị Hạnh"),
    ("cha", "Phạm Văn Đức"), ("tên giấy tờ", "Bằng tốt nghiệp trung học phổ thông"), ("mục đích", "Bổ túc hồ sơ xin việc"),
    ("họ", "Phạm Văn Đức"), ("nơi", "Xã Chí Minh, thành phố Hải Phòng"), ("lý do", "Ghi sai chữ đệm trong sổ gốc"),
)  # fmt: skip


def invented_answers(steps: list[FormStep], *, born: date) -> dict[str, Any]:
    """A declaration filled as a plausible person of xã Chí Minh would, by the kind and the words of each question."""
    return {field.key: _invented(field, step.title.lower(), born) for step in steps for field in step.fields}


def _invented(field: FormField, title: str, born: date) -> Any:
    label = field.label.lower()
    if field.options:
        return field.options[0][0]
    if field.type == "date":
        is_childs = title.startswith("bé") and "mẹ" not in label and "cha" not in label
        return born.isoformat() if is_childs else "1990-05-14"
    if field.type == "id_number":
        return FATHER if "cha" in label else MOTHER
    if field.type in BY_TYPE:
        return BY_TYPE[field.type]
    return next((value for word, value in BY_WORD if word in label), "Như giấy tờ kèm theo")


def _hours_before(calendar: Calendar, now: datetime, hours: int) -> datetime:
    """The moment after which `hours` office hours have passed until now."""
    low, high = now - timedelta(hours=hours * 24 + 240), now
    while high - low > timedelta(minutes=1):
        middle = low + (high - low) / 2
        if calendar.working_minutes_between(middle, now) > hours * 60:
            low = middle
        else:
            high = middle
    return calendar.next_office_time(high)


def _work(cast: Cast, dossier: Dossier, at: datetime, *, stages: int) -> None:
    for _ in range(stages):
        for leg in dossier.legs.filter(status=LegStatus.RUNNING).exclude(role__in=("leader", "reception")):
            actions.finish_leg(leg, by=cast.by("chuyenvien"), now=at)


def _finish_at(cast: Cast, dossier: Dossier, part: str, at: datetime) -> None:
    for leg in dossier.legs.filter(status=LegStatus.RUNNING, agency__part=part):
        actions.finish_leg(leg, by=cast.by(part), now=at)


Act = Callable[[Cast, Dossier, datetime, Episode], Any]
ACTS: dict[str, Act] = {
    "receive": lambda cast, one, at, _: actions.receive(one, by=cast.by("motcua"), now=at),
    "hand_over": lambda cast, one, at, _: actions.hand_over(one, by=cast.by("motcua"), now=at),
    "work": lambda cast, one, at, _: _work(cast, one, at, stages=4),
    "first_stage": lambda cast, one, at, _: _work(cast, one, at, stages=1),
    "bhxh": lambda cast, one, at, _: _finish_at(cast, one, "bhxh", at),
    "approve": lambda cast, one, at, _: actions.approve(one, by=cast.by("lanhdao"), now=at),
    "return": lambda cast, one, at, _: actions.return_result(one, by=cast.by("motcua"), now=at),
    "ask": lambda cast, one, at, episode: actions.ask_supplement(
        one, request=actions.SupplementRequest(episode.note), by=cast.by("motcua"), now=at
    ),
}
