"""The public directory: emergency numbers, lines, positions from the register, officers. Reads only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from gandan.people.models import Assignment, Role
from gandan.places.models import Agency

from .models import Channel, Line, Post, PostKind
from .routing import route_of

EMERGENCY = (
    ("113", "Công an, an ninh trật tự"), ("114", "Cứu hỏa, cứu nạn, cứu hộ"), ("115", "Cấp cứu y tế"),
    ("112", "Tìm kiếm, cứu nạn thiên tai"), ("111", "Bảo vệ trẻ em"),
)  # fmt: skip
REQUIRED = (
    PostKind.PARTY_SECRETARY, PostKind.PARTY_DEPUTY, PostKind.COUNCIL_CHAIR, PostKind.COUNCIL_DEPUTY, PostKind.CHAIR,
    PostKind.DEPUTY,
)  # fmt: skip
OFFICERS, HOTLINE = "Công chức trực tiếp giải quyết công việc", "Đường dây nóng của UBND"
"""The six positions and the officers are the seven kinds of number of S1.6; the criterion TC1.1.5 adds the hotline."""
SERVING = (Role.RECEPTION, Role.SPECIALIST)


@dataclass(frozen=True)
class Number:
    """One row: `phone` as printed, `dial` for the tel: link."""

    title: str
    name: str
    phone: str
    hours: str = ""

    @property
    def dial(self) -> str:
        return "".join(one for one in self.phone if one.isdigit() or one == "+")


@dataclass(frozen=True)
class OpenLine:
    line: Line
    is_open: bool
    words: str


@dataclass(frozen=True)
class Directory:
    lines: list[OpenLine]
    posts: list[Number]
    officers: list[Number]
    missing: list[str]


def directory_of(commune: Agency, now: datetime) -> Directory:
    """As the register stands today: whoever lost his roles is gone from the page at once."""
    today = localdate(now)
    lines = list(Line.objects.of(commune).in_use().select_related("commune", "unit"))
    posts = list(Post.objects.filter(commune=commune).select_related("holder"))
    serving = _serving(commune, today)
    shown = [_number(one, serving) for one in _ordered(posts)]
    officers = officers_of(commune, today)
    return Directory([_open(one, now) for one in lines], [one for one in shown if one], officers,
                     missing(posts, serving, officers, lines))  # fmt: skip


def _open(line: Line, now: datetime) -> OpenLine:
    if line.is_open_at(now):
        return OpenLine(line, is_open=True, words="")
    route = route_of(line, now)
    forwarded = f" Cuộc gọi chuyển sang {route.forwarded_to.number}." if route.forwarded_to else ""
    return OpenLine(line, is_open=False, words=f"{route.words}{forwarded}".strip() or "Nhận trong giờ hành chính.")


def _ordered(posts: Iterable[Post]) -> list[Post]:
    order = list(PostKind)
    return sorted(posts, key=lambda one: (order.index(PostKind(one.kind)), one.rank))


def _serving(commune: Agency, today: date) -> set[int]:
    """People who hold a role in the commune today."""
    rows = Assignment.objects.on(today).filter(agency__commune=commune, user__is_active=True)
    return set(rows.values_list("user", flat=True))


def _holds(post: Post, serving: set[int]) -> bool:
    return post.kind == PostKind.RESCUE or (post.holder_id is not None and post.holder_id in serving)


def _number(post: Post, serving: set[int]) -> Number | None:
    if not post.phone or not _holds(post, serving):
        return None
    return Number(str(post), str(post.holder or ""), post.phone, post.hours)


def officers_of(commune: Agency, today: date) -> list[Number]:
    """Who resolves people's work directly, with the number of the office; each once."""
    rows = Assignment.objects.on(today).filter(agency__commune=commune, role__in=SERVING, user__is_active=True)
    found: dict[int, Number] = {}
    for one in rows.select_related("user", "agency").order_by("user__sort_name", "role"):
        phone = one.agency.phone or commune.phone
        found.setdefault(one.user_id, Number(f"{one.get_role_display()}, {one.agency}", str(one.user), phone))
    return list(found.values())


def missing(posts: Iterable[Post], serving: set[int], officers: list[Number], lines: Iterable[Line]) -> list[str]:
    """What must be public and is not, in words."""
    full = {post.kind for post in posts if post.phone and _holds(post, serving)}
    found = [str(kind.label) for kind in REQUIRED if kind not in full]
    if not any(one.phone for one in officers):
        found.append(OFFICERS)
    if not any(line.channel == Channel.HOTLINE for line in lines):
        found.append(HOTLINE)
    return found
