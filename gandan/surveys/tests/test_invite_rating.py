"""A result is returned: one invitation, found by the key on the receipt and in the citizen's box."""

import pytest
from django.test import Client

from gandan.journal.tests.settle import settle
from gandan.programmes.models import Programme
from gandan.surveys import actions
from gandan.surveys.models import Invitation

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: object) -> None:
    make.programme()
    lan = make.citizen(phone="0912000111")
    dossier = make.returned(owner=lan)
    settle()
    one = Invitation.objects.get()
    assert (one.dossier, one.field, one.unit) == (dossier, "Hộ tịch", dossier.agency)
    assert one.officer is not None
    box = make.signed_in(lan).get("/cong-dan/khao-sat/").content.decode()
    assert "Đăng ký khai sinh" in box
    assert Client().get(f"/khao-sat/ho-so/{dossier.key}/").status_code == 302
    actions.answer(one, make.given(4, of=one.survey.questionnaire), now=make.NOW)
    assert "Không có khảo sát nào" in make.signed_in(lan).get("/cong-dan/khao-sat/").content.decode()


def test_once_a_dossier() -> None:
    one = make.invited()
    again = actions.invite_rating(one.dossier, officer=None, now=make.at(days=2))  # type: ignore[arg-type]
    assert again == one


def test_without_the_programme_nobody_is_asked() -> None:
    assert actions.invite_rating(make.returned(), officer=None, now=make.NOW) is None


def test_the_marks_of_its_programmes_come_along() -> None:
    from gandan.dossiers.models import UnderProgramme

    make.programme()
    dossier = make.returned()
    used = Programme.objects.get()
    UnderProgramme.objects.create(
        dossier=dossier, programme=used, term=used.terms.get(), kind=used.kind, at=make.NOW
    )  # fmt: skip
    one = actions.invite_rating(dossier, officer=None, now=make.NOW)
    assert one is not None
    assert one.programmes == [used.pk]


def test_a_stranger_finds_nothing() -> None:
    make.invited()
    assert Client().get("/khao-sat/ho-so/khong-co/").status_code == 404
    assert Client().get("/khao-sat/khong-co/").status_code == 404
