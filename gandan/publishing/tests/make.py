"""Plain makers of screens: the two slogans and the clip on online services of Ngã Bảy. Monday 23/11/2026."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from gandan.people.models import Role, User
from gandan.people.tests import make as people
from gandan.places.models import Agency
from gandan.programmes.actions import Switch, switch_on
from gandan.publishing import actions
from gandan.publishing.actions import ClipDraft, Reported, ScreenDraft
from gandan.publishing.models import Clip, Screen, Subject

MONDAY = datetime(2026, 11, 23, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
SLOGANS = (
    "Cải cách hành chính góp phần mang lại sự hài lòng của tổ chức, cá nhân",
    "Cải cách hành chính góp phần giải quyết sớm thủ tục hành chính cho tổ chức, cá nhân",
)
ONLINE = "Nộp hồ sơ trực tuyến, không phải đi lại"


def at(hour: int, minute: int = 0) -> datetime:
    return MONDAY + timedelta(hours=hour, minutes=minute)


def huy(*, of: Agency | None = None) -> User:
    """Keeps the screens."""
    found = User.objects.filter(username="huy").first()
    return found or people.staff("huy", str(Role.COMMUNICATIONS), agency=of or people.commune())


def hoa() -> User:
    found = User.objects.filter(username="hoa").first()
    return found or people.staff("hoa", str(Role.LEADER), agency=people.commune())


def screen(name: str = "Vòng xoay trung tâm", *, of: Agency | None = None) -> Screen:
    return actions.keep_screen(of or people.commune(), ScreenDraft(name), by=huy(), now=at(5))


def clip(title: str = ONLINE, subject: str = Subject.ONLINE, seconds: int = 30, *, of: Agency | None = None) -> Clip:
    draft = ClipDraft(title, "text", subject, title, seconds)
    return actions.add_clip(of or people.commune(), draft, by=huy(), now=at(5))


def led() -> Screen:
    """A screen that shows both slogans and the clip on online services."""
    made = screen()
    clips = [*(clip(words, Subject.SLOGAN, 15) for words in SLOGANS), clip()]
    actions.arrange(made, clips=clips, by=huy(), now=at(5))
    return made


def ask(minutes: int = 10) -> None:
    """The programme of the model runs from Monday on."""
    switch_on(Switch("led_loop", people.commune(), "", {"minutes": minutes}, since=MONDAY.date()), by=None, now=at(5))


def show(on: Screen, hour: int, minutes: int) -> None:
    """The player reports so many minutes from the full hour on, in clips of 30 seconds."""
    one = on.clips_in_order()[2]
    lines = [Reported(one.pk, at(hour) + timedelta(seconds=30 * n), 30) for n in range(2 * minutes)]
    actions.note_plays(on, plays=lines, now=at(hour) + timedelta(minutes=59))
