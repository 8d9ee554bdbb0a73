"""Plain makers of questions, papers checked ahead and touchpoints. Monday 23/11/2026, nine o'clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.test import Client

from gandan.catalog.models import Procedure, ProcedureVersion
from gandan.conversations import actions
from gandan.conversations.models import CommunityChannel, Precheck, Thread, Touchpoint
from gandan.dossiers.tests import make as dossiers
from gandan.dossiers.tests.make import MONDAY, PROCEDURE, commune, leader, officer
from gandan.dossiers.uploads import CleanFile, clean
from gandan.gateways import actions as gateways
from gandan.gateways.models import InboundChannel, InboundMessage
from gandan.people.models import Role, User
from gandan.places.models import Agency

__all__ = ["MONDAY", "PROCEDURE", "commune", "leader", "officer"]
OFFICER = "/can-bo/hoi-dap/"
WORDS = "Làm giấy khai sinh cho cháu cần những giấy tờ gì?"
PHONE = "0912345118"


def at(hours: float = 0) -> datetime:
    return MONDAY + timedelta(hours=hours)


def elsewhere() -> Agency:
    return commune("11593", "Xã An Phong", "000.31.53.H24")


def minh() -> User:
    """At the counter; answers what belongs to no field."""
    return User.objects.filter(username="minh").first() or officer("minh")


def mai() -> User:
    """Answers for civil status."""
    return User.objects.filter(username="mai").first() or officer("mai", str(Role.SPECIALIST))


def hoa() -> User:
    return User.objects.filter(username="hoa").first() or leader("hoa")


def version() -> ProcedureVersion:
    return ProcedureVersion.objects.filter(procedure__code=PROCEDURE).first() or dossiers.version()


def procedure() -> Procedure:
    return version().procedure


def asking(text: str = WORDS, **more: Any) -> actions.Asking:
    return actions.Asking(**{"text": text, "name": "Phạm Thị Lan", "phone": PHONE, **more})


def thread(text: str = WORDS, *, now: datetime = MONDAY, **more: Any) -> Thread:
    return actions.ask(more.pop("agency", None) or commune(), asking(text, **more), by=None, now=now)


def answered(**more: Any) -> Thread:
    made = thread(**more)
    actions.answer_thread(made, actions.Answer("Cần giấy chứng sinh."), by=mai(), now=at(1))
    return fresh(made)


def fresh(one: Thread) -> Thread:
    return Thread.objects.get(pk=one.pk)


def photo(name: str = "giay.jpg", side: int = 60) -> CleanFile:
    return clean(dossiers.photo(name, size=(side, 40)))


def precheck(**more: Any) -> Precheck:
    return actions.begin_precheck(thread(procedure=procedure(), **more), version(), by=None, now=MONDAY)


def with_photos(**more: Any) -> Precheck:
    made = precheck(**more)
    for number, paper in enumerate(made.papers.filter(is_required=True)):
        actions.send_precheck_paper(paper, photo(side=60 + number), now=at(0.5))
    return Precheck.objects.get(pk=made.pk)


def checked(**more: Any) -> Precheck:
    """Every required paper in order."""
    made = with_photos(**more)
    told = {one.component: actions.Judgement("ok") for one in made.papers.filter(is_required=True)}
    actions.judge_precheck(made, told, by=mai(), now=at(1))
    return Precheck.objects.select_related("draft", "version__procedure", "thread").get(pk=made.pk)


def touchpoint(name: str = "Bảng tin thôn 3", **more: Any) -> Touchpoint:
    facts = {"place": "đầu thôn 3", "topic": "Khai sinh cho trẻ", "body": "Mang giấy chứng sinh.", **more}
    return actions.keep_touchpoint(commune(), actions.TouchFacts(name=name, **facts), by=hoa(), now=MONDAY)


def channel(**more: Any) -> CommunityChannel:
    facts = {"name": "Nhóm Zalo thôn 3", "kind": "zalo_group", "join_url": "https://zalo.me/g/abc", **more}
    return actions.keep_community_channel(commune(), actions.ChannelFacts(**facts), by=hoa(), now=MONDAY)


def zalo(text: str = WORDS, *, number: str = "m-1", sender: str = "614", now: datetime = MONDAY) -> InboundMessage:
    incoming = gateways.Incoming(
        channel=InboundChannel.ZALO, external_id=number, sender=sender, sent_at=now, text=text, sender_name="Lan Phạm"
    )
    made = gateways.take_message(incoming, now=now)
    assert made
    return made


def at_desk(user: User) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser
