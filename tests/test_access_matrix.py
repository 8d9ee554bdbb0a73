"""A person of one commune never sees another's rows: every route × every role × a foreign commune.

Everything below belongs to xã Chí Minh. Whoever works in xã Tân Minh, in whatever role, gets “not found” where an address
names a thing of xã Chí Minh, and no word of it anywhere else. Strangers are sent to sign in.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern

from gandan.dossiers import actions
from gandan.dossiers.models import Dossier, Draft
from gandan.dossiers.tests import make
from gandan.dossiers.workflow import Status
from gandan.people.models import Role, User
from gandan.places.models import Agency, Hamlet
from gandan.reforms.models import Reform

from .access_rows import MARKS, NOBODYS, Row, number_of, rows
from .test_house import ROUTES

pytestmark = pytest.mark.django_db
NAME, WORDS, IDEA = "Nguyễn Thị Bí Mật", "Lời khai riêng của công dân", "Ý tưởng còn để trong xã"
BOUND = {"payment", "code", "key", "leg", "pk", "username", "paper"}
"""Parameters that name a thing of one commune; the others name law, days, measures, kinds of paper."""
SHARED_CODE = re.compile(r"thu-tuc/|nop-ho-so/<str:code>")
MODEL_CODE = re.compile(r"mo-hinh/(?:y-tuong/)?<slug:code>/")
"""The code is that of an idea of xã Chí Minh: models of the registry belong to everybody, an idea to its commune."""


@dataclass(frozen=True)
class Secret:
    """What of xã Chí Minh must stay there."""

    commune: Agency
    dossier: Dossier
    draft: Draft
    hamlet: Hamlet
    officer: User
    citizen: User
    idea: Reform
    rows: list[Row]

    def marks(self) -> list[str]:
        return [self.dossier.code, NAME, WORDS, make.ID_NUMBER, self.dossier.key, self.officer.full_name, IDEA, *MARKS]


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Every “not found” is a warning: thousands of them."""
    logging.disable(logging.ERROR)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def secret() -> Secret:
    lan = make.citizen(NAME)
    dossier = make.dossier(Status.SETTLED, owner=lan)
    Dossier.objects.filter(pk=dossier.pk).update(applicant_name=NAME)
    dossier.refresh_from_db()
    actions.take_cash(
        dossier, demand=actions.Demand(8000, "Lệ phí"), by=dossier.results.get().approved_by, now=make.MONDAY
    )
    draft = make.draft(of=make.version("1.004873"), owner=lan)
    hamlet = Hamlet.objects.create(commune=dossier.commune, name="Mỹ Ân")
    officer = make.officer("bimat", str(Role.RECEPTION))
    idea = Reform.objects.create(
        code="y-tuong-rieng", name=IDEA, summary=IDEA, proposed_by=dossier.commune, made_at=make.MONDAY, changed_at=make.MONDAY
    )  # fmt: skip
    known = [*rows(officer, idea), (r"/thon/<int:pk>", hamlet)]
    return Secret(dossier.commune, dossier, draft, hamlet, officer, lan, idea, known)


@pytest.fixture
def foreign() -> Agency:
    return make.commune("11779", "Xã Tân Minh", "000.32.52.H24")


def address(route: str, secret: Secret) -> str:
    """The route with the secret's own values in its parameters."""
    one = secret.dossier
    values: dict[str, Any] = {
        "payment": one.payments.all()[0].pk,
        "code": "1.001193" if SHARED_CODE.search(route) else one.code, "key": one.key, "procedure": "1.001193",
        "leg": one.legs.all()[0].pk, "leg_id": one.legs.all()[0].pk, "username": secret.officer.username,
        "pk": number_of(route, secret.rows),
        "document": "nga-bay-2020", "paper": one.papers.all()[0].key, "number": "01", "kind": "pdf", "name": "II.06a", "year": 2026,
        "day": "2026-11-24", "step": "applicant", "rest": "x",
        "clause": 1, "comment": "00000000-0000-4000-8000-000000000000", "group": 1,
        "designation": 1, "handling": 1, "verb": "study", "visit": "x", "counter": 1,
        "programme_id": NOBODYS, "id": NOBODYS,
        "hamlet": secret.hamlet.pk, "supplier": "sms-1", "event": "dossier_approved", "household": NOBODYS, "photo": NOBODYS,
        "service": "ha_tang.cong", "token": "x", "component": "birth_proof",
    }  # fmt: skip
    if MODEL_CODE.search(route):
        values["code"] = secret.idea.code
    if "co-quan/" in route:
        values["code"] = f"{secret.commune.code}-cong_an"
    if "chi-tieu/" in route or "so-lieu/" in route or "measures/" in route:
        values["name"] = "received"
    if "/ban/" in route:
        values["number"] = 1
    if "ban-nhap" in route:
        values["key"] = secret.draft.key
    if "/giay/" in route or "/giay-to/" in route:
        values["key"] = values["key"] if "ban-nhap" in route else one.papers.all()[0].key
    if "/ket-qua/" in route:
        values["key"] = one.results.all()[0].key
    route = re.sub(r"\^?\(\?P<(\w+)>[^)]*\)\$?", r"<\1>", route)
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(values[found[1]]), route)


def names_a_thing(route: str) -> bool:
    parameters = set(re.findall(r"<(?:\w+:)?(\w+)>", route))
    if SHARED_CODE.search(route):
        parameters -= {"code", "pk"}
    return bool(parameters & BOUND) and "da-chot" not in route


def body_of(answer: Any) -> str:
    """The text of an answer of the test client, streamed or not."""
    content: bytes = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode(errors="ignore")


def private_routes() -> Iterator[tuple[str, URLPattern]]:
    return (
        (route, one)
        for route, one in ROUTES
        if getattr(one.callback, "audience", "") in ("officer", "leader", "citizen")
    )


def answers_to(client: Client, route: str, view: Any, url: str, role: Role) -> Iterator[Any]:
    """Reading always; writing where a thing is named and the role may write at all (the others are turned away alike)."""
    yield client.get(url)
    if names_a_thing(route) and (not view.roles or role in view.roles):
        yield client.post(url, {"reason": "x", "text": "x", "stars": 5, "confirm": "1"})


def is_refused(client: Client, answer: Any, route: str, secret: Secret) -> bool:
    """Turned away; “not your work” (409) only where a number nobody has is answered the same."""
    if answer.status_code != 409:
        return answer.status_code in (302, 404, 405)
    nobodys = address(route, replace(secret, rows=[]))
    return 409 in (client.get(nobodys).status_code, client.post(nobodys).status_code)


def state_of(secret: Secret) -> list[Any]:
    """Every secret row as it stands in the database."""
    things = [secret.dossier, secret.hamlet, secret.officer, secret.idea, *(row for _, row in secret.rows)]
    return [type(one)._base_manager.values().get(pk=one.pk) for one in things]


@pytest.mark.parametrize("role", list(Role))
def test_staff_of_another_commune_see_and_change_nothing(
    client: Client, secret: Secret, foreign: Agency, role: Role
) -> None:
    client.force_login(make.officer("binh", str(role), agency=foreign))
    before, leaks = state_of(secret), []
    for route, one in private_routes():
        url = address(route, secret)
        for answer in answers_to(client, route, one.callback, url, role):
            if names_a_thing(route) and "/thu-tuc/" not in route and not is_refused(client, answer, route, secret):
                leaks.append(f"{url}: {answer.status_code}")
            body = body_of(answer)
            leaks += [f"{url}: shows {mark}" for mark in secret.marks() if mark in body and mark not in url]
    assert "\n".join(leaks) == ""
    assert state_of(secret) == before


def test_another_citizen_sees_nothing(client: Client, secret: Secret) -> None:
    client.force_login(make.citizen("Trần Văn Bình", "0987654321"))
    leaks = []
    for route, one in ROUTES:
        if getattr(one.callback, "audience", "") == "api":
            continue
        url = address(route, secret)
        answer = client.get(url)
        leaks += [
            f"{url}: shows {mark}" for mark in (NAME, WORDS, make.ID_NUMBER, make.PHONE) if mark in body_of(answer)
        ]
    assert "\n".join(leaks) == ""


def test_strangers_are_sent_to_sign_in_and_shown_nothing(client: Client, secret: Secret) -> None:
    wrong = []
    for route, _ in private_routes():
        url = address(route, secret)
        for answer in (client.get(url), client.post(url, {})):
            if answer.status_code == 405:
                continue
            if answer.status_code != 302 or "/dang-nhap/" not in answer["Location"]:
                wrong.append(f"{url}: {answer.status_code}")
    assert "\n".join(wrong) == ""


def test_programs_need_a_token(client: Client, secret: Secret) -> None:
    public = ("procedures", "tracking", "openapi.json", "deadline", "api-root", "nowhere", "measures")
    for route, one in ROUTES:
        if getattr(one.callback, "audience", "") != "api" or any(word in f"{route} {one.name}" for word in public):
            continue
        answer = client.get(address(route, secret))
        assert answer.status_code in (401, 405), f"{route}: {answer.status_code}"
