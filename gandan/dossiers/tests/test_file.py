"""Filing for a person, at the counter or through the API."""

from __future__ import annotations

import pytest

from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    filing = actions.Filing(make.version(), make.commune(), "counter", make.APPLICANT, make.ANSWERS)
    dossier = actions.file(filing, by=office.minh(), now=make.MONDAY, seen={"birth_proof": (1, 0), "strange": (1, 1)})
    assert dossier.code == "000.31.52.H24-261123-0001"
    assert (dossier.status, dossier.owner, dossier.receive_by) == (Status.REGISTERED, None, None)
    assert [paper.name for paper in dossier.papers.all()] == ["Giấy chứng sinh"]
    assert dossier.fee_amount == 8000


def test_numbers_run_by_day() -> None:
    filing = actions.Filing(make.version(), make.commune(), "counter", make.APPLICANT)
    days = (make.moment(23, 9), make.moment(23, 10), make.moment(24, 9))
    codes = [actions.file(filing, by=office.minh(), now=now).code[-11:] for now in days]
    assert codes == ["261123-0001", "261123-0002", "261124-0001"]


def test_an_unconfirmed_fee_is_unknown_not_nothing() -> None:
    version = make.version()
    version.fees.update(is_verified=False)
    filing = actions.Filing(version, make.commune(), "counter", make.APPLICANT)
    assert actions.file(filing, by=office.minh(), now=make.MONDAY).fee_amount is None


def test_the_counter_finds_a_procedure_without_diacritics(clock: Clock) -> None:
    make.version()
    page = office.at_desk(office.minh()).get("/can-bo/ho-so-moi/", {"q": "khai sinh"}).content.decode()
    assert "Đăng ký khai sinh" in page
