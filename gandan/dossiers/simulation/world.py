"""What a simulation stands on: communes opened, procedures that can be filed, invented staff and applicants."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.timezone import localdate

from gandan.catalog.models import LimitKind, ProcedureVersion, TimeLimit
from gandan.core.errors import RuleBroken
from gandan.core.fields import SealedText
from gandan.core.secrets import blind_index, seal
from gandan.core.vietnamese import fold
from gandan.people.models import Assignment, Role, User
from gandan.places.actions import open_commune
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency
from gandan.places.working import Unit

from ..deadlines import Limit
from ..fees import amount_due, fee_for
from ..models import Channel, Dossier
from .reckoner import Reckoner

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Đoàn", "Lương", "Mai")
MIDDLE = {"female": ("Thị", "Thu", "Ngọc", "Thanh", "Minh"), "male": ("Văn", "Đức", "Quang", "Hữu", "Minh")}
GIVEN = {
    "female": ("Lan", "Hoa", "Mai", "Hương", "Hạnh", "Thủy", "Yến", "Nga", "Hiền", "Trang", "Phương", "Bình"),
    "male": ("Minh", "Tuấn", "Dũng", "Hùng", "Long", "Sơn", "Huy", "Nam", "Thắng", "Cường", "Khánh", "Bình"),
}
PEOPLE = 3000
COMMON = {"Chứng thực": 6.0, "Hộ tịch": 5.0, "Cư trú": 3.0, "Bảo trợ xã hội": 2.0, "Đất đai": 1.5}
STAFF = (
    ("motcua", "Cán bộ một cửa", str(Role.RECEPTION)),
    ("chuyenvien", "Chuyên viên", str(Role.SPECIALIST)),
    ("lanhdao", "Lãnh đạo", str(Role.LEADER)),
)


@dataclass(frozen=True)
class LegPlan:
    stage: int
    key: str
    name: str
    part: str
    role: str
    pays: bool
    half_days: int


@dataclass(frozen=True)
class Matter:
    """A procedure version as the simulation needs it."""

    version_id: int
    procedure_id: int
    form_id: int | None
    folded_name: str
    channels: tuple[str, ...]
    statutory: Limit
    promised: Limit | None
    is_verified: bool
    on_the_spot: bool
    legs: tuple[LegPlan, ...]
    fees: dict[str, int | None]
    result_name: str
    weight: float


@dataclass
class Place:
    """A commune: its people and offices, how busy and how quick it is; `pace` changes under a planted model."""

    agency: Agency
    offices: dict[str, int]
    staff: dict[str, int]
    reckoner: Reckoner
    weight: float
    slowness: float
    is_planted: bool = False
    numbers: dict[date, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Applicant:
    name: str
    folded: str
    gender: str
    phone: bytes
    id_number: bytes
    id_index: str
    address: bytes


@dataclass(frozen=True)
class World:
    places: list[Place]
    matters: list[Matter]
    applicants: list[Applicant]


def build_world(
    province_code: str, *, communes: int | None, chance: random.Random, say: Callable[[str], None]
) -> World:
    """RuleBroken for an unknown province or an empty catalogue."""
    province = Agency.objects.filter(code=province_code, kind="province").first()
    if province is None:
        raise RuleBroken(f"Không có tỉnh, thành phố mang mã {province_code}.")
    chosen = list(Agency.objects.communes().filter(province=province).order_by("-is_serving", "code")[:communes])
    closed = [one for one in chosen if not one.is_serving]
    for number, commune in enumerate(closed, start=1):
        open_commune(commune)
        if number % 25 == 0 or number == len(closed):
            say(f"  Mở xã: {number}/{len(closed)}")
    matters = _matters()
    if not matters:
        raise RuleBroken("Danh mục chưa có thủ tục nào nộp được. Chạy `gandan foundation` trước.")
    return World(_places(chosen, chance), matters, [_applicant(chance) for _ in range(PEOPLE)])


def _matters() -> list[Matter]:
    versions = ProcedureVersion.objects.in_force(localdate()).with_facts().order_by("procedure__code")
    made = (_matter(version) for version in versions)
    return [one for one in made if one is not None]


def _matter(version: ProcedureVersion) -> Matter | None:
    statutory, promised = version.limit(LimitKind.STATUTORY), version.limit(LimitKind.PROMISED)
    if statutory is None:
        return None
    form, fees = version.form(), list(version.fees.all())
    procedure = version.procedure
    return Matter(
        version_id=version.pk, procedure_id=procedure.pk, form_id=form.pk if form else None,
        folded_name=fold(procedure.short_name), channels=tuple(version.channels) or (str(Channel.COUNTER),),
        statutory=_limit(statutory), promised=_limit(promised) if promised else None,
        is_verified=(promised or statutory).is_verified, on_the_spot=version.on_the_spot,
        legs=tuple(
            LegPlan(stage, one.key, one.name, one.agency, one.role, one.pays, one.half_days)
            for stage, together in enumerate(version.stages()) for one in together
        ),
        fees={str(channel): amount_due(fee_for(fees, channel=channel, agencies=[])).dong for channel in Channel},
        result_name=str(version.results[0]["name"])[:200] if version.results else "Kết quả giải quyết",
        weight=COMMON.get(procedure.field, 1.0),
    )  # fmt: skip


def _limit(fact: TimeLimit) -> Limit:
    return Limit(fact.count, Unit(fact.unit), fact.cutoff)


def _places(communes: list[Agency], chance: random.Random) -> list[Place]:
    offices = _offices(communes)
    staff = _staff(communes)
    reckoners: list[Reckoner] = []
    return [
        Place(
            one, offices[one.pk], staff[one.pk], _reckoner_for(one, reckoners),
            weight=chance.lognormvariate(0, 0.5), slowness=chance.lognormvariate(0, 0.12),
        )
        for one in communes
    ]  # fmt: skip


def _reckoner_for(commune: Agency, known: list[Reckoner]) -> Reckoner:
    """Communes with the same office hours share what was reckoned."""
    calendar = calendar_of(commune)
    found = next((one for one in known if one.calendar == calendar), None)
    if found is None:
        found = Reckoner(calendar)
        known.append(found)
    return found


def _offices(communes: list[Agency]) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {one.pk: {} for one in communes}
    rows = Agency.objects.filter(commune__in=communes).exclude(part="")
    for commune_id, part, pk in rows.values_list("commune_id", "part", "pk"):
        found[commune_id or 0][part] = pk
    return found


def _staff(communes: list[Agency]) -> dict[int, dict[str, int]]:
    """Three invented people a commune, without a password: nobody can sign in as them until one is set."""
    wanted = [
        User(username=f"mp-{one.code}-{name}", full_name=f"{title} {one.name_within}", agency=one, is_staff_member=True)
        for one in communes
        for name, title, _ in STAFF
    ]
    for user in wanted:
        user.set_unusable_password()
    User.objects.bulk_create(wanted, ignore_conflicts=True)
    agencies = {one.code: one for one in communes}
    users = {one.username: one for one in User.objects.filter(username__in=[one.username for one in wanted])}
    roles = {name: role for name, _, role in STAFF}
    Assignment.objects.bulk_create(
        (
            Assignment(
                user=user,
                agency=agencies[username.split("-")[1]],
                role=roles[username.rsplit("-", 1)[1]],
                since=date(2025, 7, 1),
            )
            for username, user in users.items()
        ),
        ignore_conflicts=True,
    )
    return {one.pk: {role: users[f"mp-{one.code}-{name}"].pk for name, _, role in STAFF} for one in communes}


def _applicant(chance: random.Random) -> Applicant:
    gender = chance.choice(("female", "male"))
    name = " ".join((chance.choice(FAMILY), chance.choice(MIDDLE[gender]), chance.choice(GIVEN[gender])))
    id_number = f"031{chance.randrange(10**9):09d}"
    return Applicant(
        name, fold(name), gender,
        phone=_sealed("applicant_phone", f"09{chance.randrange(10**8):08d}"),
        id_number=_sealed("applicant_id_number", id_number),
        id_index=blind_index(id_number, column="dossiers_dossier.applicant_id_number"),
        address=_sealed("applicant_address", f"Thôn {chance.randrange(1, 13)}"),
    )  # fmt: skip


def _sealed(column: str, text: str) -> bytes:
    field: Any = Dossier._meta.get_field(column)
    assert isinstance(field, SealedText)
    return seal(text.encode(), column=f"{Dossier._meta.db_table}.{field.column}")
