"""What the demonstration shows of the lines: two numbers and two pages, a roster, a week of calls, the directory."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from django.utils.timezone import localdate

from gandan.gateways.actions import Call as Reported
from gandan.gateways.models import CallDirection, CallState
from gandan.hotline import actions
from gandan.hotline.actions import Duty, LineFacts, PostFacts, Slip
from gandan.hotline.models import Channel, Hours, Line, PostKind
from gandan.hotline.programmes import CONDUCT, LINES
from gandan.people.models import User
from gandan.places.calendar import vietnam_moment
from gandan.places.models import Agency
from gandan.programmes.actions import Switch, switch_on

WEEKS_BEFORE = timedelta(weeks=2)
DAYS, HALF_DAY = 14, timedelta(hours=12)
CALLS = ((1, 14.1, 2, 95, ""), (2, 9.6, 1, 180, ""), (3, 2.05, 2, 60, "Có đánh nhau ở quán cuối chợ"), (4, 10.2, 5, 0, ""),
         (5, 15.5, 4, 40, ""), (6, 8.4, 3, 120, "Xe tải đỗ chắn cổng trường"))  # fmt: skip
"""Days ago, hour, rings, seconds of talking (0: missed), what the slip says."""


def tell_hotline(commune: Agency, people: Mapping[str, User], *, now: datetime) -> None:
    begun = now - WEEKS_BEFORE
    for kind, name in ((LINES, "Đường dây nóng trực 24/24"), (CONDUCT, "Quy chế nghe, gọi điện thoại")):
        switch = Switch(kind=kind, agency=commune, name=name, parameters={}, since=begun.date())
        switch_on(switch, by=people["lanhdao"], now=begun)
    lines = _lines(commune, people, now)
    _roster(lines, people, now)
    for number, told in enumerate(CALLS):
        _call(lines, people, number, told, now)
    for kind, phone in ((PostKind.CHAIR, "0220 3000 201"), (PostKind.POLICE_CHIEF, "0220 3000 113")):
        holder = people["lanhdao"] if kind == PostKind.CHAIR else people["congan"]
        actions.keep_post(commune, PostFacts(kind=kind, holder=holder, phone=phone), by=people["vanthu"], now=now)


def _lines(commune: Agency, people: Mapping[str, User], now: datetime) -> list[Line]:
    police = people["congan"].agency
    assert police is not None, "the police of the demonstration"
    facts = (
        LineFacts(name="An ninh, trật tự", scope="An ninh, trật tự; ngày và đêm", unit=police, number="0220 3000 113",
                  category="an_ninh"),
        LineFacts(name="Đô thị, môi trường", scope="Xây dựng, ô nhiễm, lấn chiếm lòng lề đường", unit=commune,
                  number="0220 3000 114", hours=Hours.OFFICE, extensions=["101", "102"], category="giao_thong"),
        LineFacts(name="Zalo của xã", scope="Hỏi đáp, phản ánh", unit=commune, channel=Channel.ZALO, address="https://zalo.me/"),
        LineFacts(name="Facebook của xã", scope="Hỏi đáp, phản ánh", unit=commune, channel=Channel.FACEBOOK,
                  address="https://www.facebook.com/"),
    )  # fmt: skip
    return [actions.keep_line(commune, one, by=people["vanthu"], now=now) for one in facts]


def _roster(lines: list[Line], people: Mapping[str, User], now: datetime) -> None:
    """Two shifts a day for a fortnight round today; next Sunday's night is still open."""
    keepers = {lines[0].pk: ("congan", "congan"), lines[1].pk: ("chuyenvien", "motcua")}
    first = localdate(now) - timedelta(days=DAYS // 2)
    for number in range(DAYS):
        day = first + timedelta(days=number)
        for line in lines:
            for half, name in enumerate(keepers.get(line.pk, ("truyenthong", "vanthu"))):
                starts = vietnam_moment(day, time(7)) + half * HALF_DAY
                if number == DAYS - 1 and half:
                    continue
                duty = Duty(line=line, person=people[name], starts_at=starts, ends_at=starts + HALF_DAY)
                actions.put_on_duty(duty, by=people["vanthu"], now=now - WEEKS_BEFORE)


def _call(
    lines: list[Line], people: Mapping[str, User], number: int, told: tuple[int, float, int, int, str], now: datetime
) -> None:
    days, hour, rings, seconds, words = told
    began = vietnam_moment(localdate(now) - timedelta(days=days), time()) + timedelta(hours=hour)
    line = lines[0] if hour < 7 else lines[1]
    state = CallState.ENDED if seconds else CallState.MISSED
    report = Reported(
        call_id=f"demo-{number}", line=line.dialled, state=state, at=began + timedelta(seconds=seconds), rings=rings,
        caller=f"09120001{number:02d}", seconds=seconds, direction=CallDirection.IN,
    )  # fmt: skip
    call = actions.merge_report(line, report, now=began)
    if words:
        category, by = ("an_ninh.khan", "congan") if line == lines[0] else ("giao_thong.do_xe", "chuyenvien")
        slip = Slip(text=words, category=category, name="Người dân")
        actions.write_slip(call, slip, by=people[by], now=began + timedelta(minutes=3))
