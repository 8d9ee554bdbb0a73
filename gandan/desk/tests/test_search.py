"""Search of the officer."""

from __future__ import annotations

import pytest

from gandan.dossiers.tests import make, office
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def found(words: str) -> str:
    return str(office.at_desk(office.minh()).get("/can-bo/tim/", {"q": words}).content.decode())


@pytest.mark.parametrize("words", ["nguyen thi lan", "Nguyễn Thị Lan", "khai sinh", "261123-0001", make.ID_NUMBER])
def test_it_works(words: str, clock: Clock) -> None:
    dossier = make.dossier(Status.RECEIVED)
    assert dossier.code in found(words)


def test_the_exact_code_opens_the_dossier(clock: Clock) -> None:
    dossier = make.dossier()
    answer = office.at_desk(office.minh()).get("/can-bo/tim/", {"q": dossier.code})
    assert answer.url == office.address("detail", dossier)  # type: ignore[attr-defined]  # a redirect


@pytest.mark.parametrize("words", ["", "ng", "%", "030190012413", "'; DROP TABLE"])
def test_nothing_is_found_by_nothing(words: str, clock: Clock) -> None:
    dossier = make.dossier()
    assert dossier.code not in found(words)


def test_procedures_are_found_too(clock: Clock) -> None:
    make.version()
    text = found("dang ky khai")
    assert f"/can-bo/ho-so-moi/{make.PROCEDURE}/" in text


def test_a_partner_searches_only_its_own(clock: Clock) -> None:
    dossier = make.dossier(Status.PROCESSING, of=make.version(route=[]))
    text = office.at_desk(office.partner("bhxh")).get("/can-bo/tim/", {"q": "nguyen thi lan"}).content.decode()
    assert dossier.code not in text
