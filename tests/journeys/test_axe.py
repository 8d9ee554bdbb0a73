"""axe-core finds nothing, nothing scrolls sideways, nothing is fetched from elsewhere: every page, walked from the addresses."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from gandan.dossiers import actions
from gandan.dossiers.filing_steps import steps_of
from gandan.dossiers.models import Dossier, Draft
from gandan.people.models import User
from gandan.places.models import Hamlet
from tests.conftest import Clock
from tests.test_house import ROUTES

from .conftest import Opener
from .walks import DESK, NARROW, PERSON, PHONE, citizen, come_in, filed, staff

Clean = Callable[[Page], None]
PERSON_OF = {"clerk": "vanthu", "administrator": "quantri", "leader": "lanhdao"}
NOT_SHOWN = (404, 405)


@dataclass(frozen=True)
class Standing:
    """What the addresses name: a draft being filled in, a dossier at work, one that was returned."""

    lan: User
    draft: Draft
    dossier: Dossier
    returned: Dossier


@pytest.fixture
def standing(clock: Clock) -> Standing:
    now, lan = clock.set("2026-11-23 09:00"), citizen("0912345118")
    dossier = filed("1.001193", now=now, owner=lan)
    _worked(dossier, now)
    returned = filed("2.000815", now=now, owner=lan, channel="counter")
    _worked(returned, now)
    actions.finish_leg(returned.legs.get(role="specialist"), by=staff("chuyenvien"), now=now)
    returned.refresh_from_db()
    actions.approve(returned, by=staff("lanhdao"), now=now)
    actions.return_result(returned, by=staff("motcua"), now=now)
    return Standing(lan, _draft(dossier), dossier, returned)


def _worked(dossier: Dossier, now: datetime) -> None:
    actions.receive(dossier, by=staff("motcua"), now=now)
    actions.hand_over(dossier, by=staff("motcua"), now=now)


def _draft(like: Dossier) -> Draft:
    draft = actions.start_draft(like.version, commune=like.commune, owner=None)
    for step in steps_of(draft)[:-1]:
        actions.save_step(draft, step=step.key, answers={}, person=PERSON if step.key == "applicant" else None)
    return draft


def addresses(audience: str, told: dict[str, str]) -> list[tuple[str, str]]:
    """Each route of an audience with these values in its parameters, beside the person who may open it."""
    found = []
    for route, pattern in ROUTES:
        names = [name for name in pattern.pattern.converters if name not in told]
        if getattr(pattern.callback, "audience", "") == audience and not names:
            roles: frozenset[str] = getattr(pattern.callback, "roles", frozenset())
            who = next((PERSON_OF[role] for role in sorted(roles) if role in PERSON_OF), "motcua")
            found.append((_filled(route, pattern.pattern.converters, told), who))
    return found


def _filled(route: str, names: Iterable[str], told: dict[str, str]) -> str:
    for name in names:
        for written in (f"<{name}>", *(f"<{kind}:{name}>" for kind in ("str", "int", "slug", "procedure", "username"))):
            route = route.replace(written, told[name])
    return f"/{route}"


class Walk:
    """One browser going from page to page, looking at each once."""

    def __init__(self, page: Page, clean: Clean) -> None:
        self.page, self.clean = page, clean
        assert page.viewport_size
        self.size = page.viewport_size
        self.seen: set[str] = set()
        self.asked: set[str] = set()
        self.faults: list[str] = []
        page.on("request", lambda request: self.asked.add(urlsplit(request.url).netloc))

    def look_at(self, address: str, *, narrow: int) -> None:
        answer = self.page.request.get(address)  # a file or an empty refusal would stop the browser
        path = urlsplit(answer.url).path
        is_page = "html" in answer.headers.get("content-type", "") and "<html" in answer.text()  # not a part of one
        if answer.status in NOT_SHOWN or path in self.seen or not is_page:
            return
        assert answer.status < 500, address
        self.seen.add(path)
        self.page.goto(address)
        self._note(self.clean)
        self.page.set_viewport_size({"width": narrow, "height": 640})
        width = self.page.evaluate("document.documentElement.scrollWidth")
        self.page.set_viewport_size(self.size)
        if width > narrow:
            self.faults.append(f"{address} is {width} wide on a screen of {narrow}")

    def _note(self, check: Clean) -> None:
        try:
            check(self.page)
        except AssertionError as found:
            self.faults.append(str(found))

    def found_nothing(self) -> None:
        assert self.faults == []
        assert all(host.startswith("127.0.0.1") for host in self.asked), self.asked


def test_moi_trang_cong_khai(opened: Opener, clean: Clean, standing: Standing) -> None:
    walk = Walk(opened(PHONE), clean)
    told = {"code": "1.001193", "key": standing.draft.key, "step": "nguoi-nop"}
    pages = [address for address, _ in addresses("public", told)]
    pages += [f"/nop-ho-so/ban-nhap/{standing.draft.key}/{step.slug}/" for step in steps_of(standing.draft)]
    pages += [f"/theo-doi/{one.key}/" for one in (standing.dossier, standing.returned)]
    pages += [
        f"/ho-so/{standing.dossier.key}/nop-tien/",
        "/thu-tuc/?q=khai+sinh",
        "/thu-tuc/?q=zzzz",
        "/khong-co-trang-nay/",
    ]
    for address in pages:
        walk.look_at(address, narrow=NARROW["width"])
    assert len(walk.seen) > 20, walk.seen
    walk.page.goto("/khong-co-trang-nay/")
    clean(walk.page)
    walk.found_nothing()


def test_moi_trang_cua_cong_dan(opened: Opener, clean: Clean, standing: Standing) -> None:
    walk = Walk(opened(PHONE), clean)
    come_in(walk.page, standing.lan)
    for one in (standing.dossier, standing.returned):
        for address, _ in addresses("citizen", {"code": one.code}):
            walk.look_at(address, narrow=NARROW["width"])
        walk.look_at(f"/ho-so/{one.key}/giay-hen/", narrow=NARROW["width"])
    assert len(walk.seen) > 5, walk.seen
    walk.found_nothing()


@pytest.mark.parametrize("audience", ["officer", "leader"])
def test_moi_trang_cua_can_bo(opened: Opener, clean: Clean, standing: Standing, audience: str) -> None:
    one = standing.dossier
    hamlet = Hamlet.objects.get_or_create(commune=one.commune, name="Mỹ Ân")[0]
    told = {
        "code": one.code, "procedure": "2.000815", "leg": str(one.legs.all()[0].pk), "username": "motcua", "year": "2026",
        "day": "2026-11-24", "pk": str(hamlet.pk), "number": "1", "name": "received",
    }  # fmt: skip
    law = told | {"code": "1.001193"}
    walks: dict[str, Walk] = {}
    for (address, who), (about_law, _) in zip(addresses(audience, told), addresses(audience, law), strict=True):
        if who not in walks:
            walks[who] = Walk(opened(DESK), clean)
            come_in(walks[who].page, staff(who))
        walks[who].look_at(about_law if "/thu-tuc/" in address else address, narrow=PHONE["width"])
    for walk in walks.values():
        walk.found_nothing()
    assert sum(len(walk.seen) for walk in walks.values()) >= (6 if audience == "leader" else 40)
