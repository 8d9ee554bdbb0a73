"""The lines themselves, whether they are connected, and the positions of the directory."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import LineChecked, LineKept, PostKept
from ..models import Channel, Hours, Line, LineCheck, Post

NOT_DIALLED = re.compile(r"\W")


@dataclass(frozen=True, kw_only=True)
class LineFacts:
    """`number` as printed, `extensions` as the exchange names them; `address` of a Zalo or Facebook page."""

    name: str
    scope: str
    unit: Agency
    channel: str = Channel.HOTLINE
    number: str = ""
    address: str = ""
    extensions: Sequence[str] = ()
    hours: str = Hours.ALWAYS
    category: str = ""
    is_active: bool = True


@dataclass(frozen=True, kw_only=True)
class PostFacts:
    kind: str
    holder: User | None = None
    phone: str = ""
    hours: str = ""
    rank: int = 1


def dialled(number: str) -> str:
    """Letters and figures alone, as the exchange tells a line."""
    return NOT_DIALLED.sub("", number)


@transaction.atomic
def keep_line(commune: Agency, facts: LineFacts, *, line: Line | None = None, by: User, now: datetime) -> Line:
    """A new line, or `line` with new facts. A number belongs to one line in use."""
    if facts.channel == Channel.HOTLINE and not facts.number.strip():
        raise RuleBroken("Ghi số điện thoại của đường dây nóng.")
    if facts.unit.commune_id != commune.pk:
        raise RuleBroken(f"{facts.unit} không thuộc {commune.name_within}.")
    number, extensions = dialled(facts.number), [dialled(one) for one in facts.extensions]
    for told in filter(None, (number, *extensions)):
        if facts.is_active and Line.objects.reached_by(told).exclude(pk=line.pk if line else 0).exists():
            raise RuleBroken(f"Số {told} đã ghi cho một đường dây khác.")
    made = line or Line(commune=commune)
    made.name, made.scope, made.unit, made.channel = facts.name.strip(), facts.scope.strip(), facts.unit, facts.channel
    made.number, made.dialled, made.extensions = facts.number.strip(), number, extensions
    made.address, made.hours, made.category = facts.address, facts.hours, facts.category
    made.is_active = facts.is_active
    made.save()
    record(LineKept(line_id=made.pk), about=made, by=by, at=now)
    return made


@transaction.atomic
def check_line(line: Line, *, is_connected: bool, note: str = "", by: User, now: datetime) -> LineCheck:
    """Somebody called it: does it connect?"""
    if not is_connected and not note.strip():
        raise RuleBroken("Ghi gọi thử ra sao, ví dụ “chuông đổ, không ai nghe”.")
    made = LineCheck.objects.create(line=line, at=now, by=by, is_connected=is_connected, note=note.strip()[:200])
    record(LineChecked(line_id=line.pk, is_connected=is_connected), about=line, by=by, at=now)
    return made


@transaction.atomic
def keep_post(commune: Agency, facts: PostFacts, *, by: User, now: datetime) -> Post:
    """Who holds a position, and its public number. The holder is a person of the register of the commune."""
    holder = facts.holder
    if holder is not None and (holder.agency is None or holder.agency.commune_id != commune.pk):
        raise RuleBroken(
            f"{holder} không có trong danh sách cán bộ của {commune.name_within}. Thêm ở trang Nhân sự trước."
        )
    made, _ = Post.objects.update_or_create(
        commune=commune, kind=facts.kind, rank=facts.rank,
        defaults={"holder": holder, "phone": facts.phone.strip(), "hours": facts.hours.strip()},
    )  # fmt: skip
    record(PostKept(post_id=made.pk, holder_id=holder.pk if holder else None), about=made, by=by, at=now)
    return made
