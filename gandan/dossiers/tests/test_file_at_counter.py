"""The counter's one page: filed and received in one press, once."""

from __future__ import annotations

import pytest

from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db

from gandan.core.errors import RuleBroken  # noqa: E402
from gandan.dossiers.models import Dossier  # noqa: E402

TYPED = {
    "token": "khong-doan-duoc", "channel": "counter", "applicant_name": "Đỗ Văn Tuấn", "applicant_phone": "0912 345 118",
    "applicant_id_number": make.ID_NUMBER, "a-child_name": "Đỗ Gia Bảo", "a-born_on": "05/11/2026", "a-sex": "male",
    "p-birth_proof-seen": "on", "p-birth_proof-originals": "1", "p-birth_proof-copies": "2",
}  # fmt: skip
PAGE = f"/can-bo/ho-so-moi/{make.PROCEDURE}/"


def test_it_works(clock: Clock) -> None:
    make.version()
    page = office.at_desk(office.minh()).post(PAGE, TYPED, follow=True).content.decode()

    dossier = Dossier.objects.get()
    paper = dossier.papers.get()
    assert (dossier.status, dossier.channel, dossier.applicant_phone) == (Status.RECEIVED, "counter", "0912345118")
    assert dossier.answers["born_on"] == "2026-11-05"
    assert (paper.originals, paper.copies, paper.is_seen) == (1, 2, True)
    assert dossier.code in page
    assert "In giấy hẹn, Mẫu 01" in page


def test_a_double_click_files_once(clock: Clock) -> None:
    make.version()
    browser = office.at_desk(office.minh())
    first, second = browser.post(PAGE, TYPED), browser.post(PAGE, TYPED)
    assert first.url == second.url  # type: ignore[attr-defined]  # a redirect
    assert Dossier.objects.count() == 1


def test_missing_papers_keep_what_was_typed(clock: Clock) -> None:
    make.version()
    typed = {name: value for name, value in TYPED.items() if not name.startswith("p-")}
    browser = office.at_desk(office.minh())

    page = browser.post(PAGE, typed).content.decode()
    assert "Còn thiếu: Giấy chứng sinh" in page
    assert 'value="Đỗ Văn Tuấn"' in page
    assert not Dossier.objects.exists()

    browser.post(PAGE, {**typed, "only_file": "1"})
    assert Dossier.objects.get().status == Status.REGISTERED


def test_wrong_answers_are_shown_at_their_field(clock: Clock) -> None:
    make.version()
    page = office.at_desk(office.minh()).post(PAGE, {**TYPED, "a-born_on": "31/11/2026"}).content.decode()
    assert "tháng 11 chỉ có 30 ngày" in page
    assert not Dossier.objects.exists()


def test_each_officer_has_tokens_of_the_own(clock: Clock) -> None:
    version = make.version()
    filing = actions.Filing(version, make.commune(), "counter", make.APPLICANT)
    handing = actions.Handing("cung-mot-ma", {"birth_proof": (1, 0)})
    one = actions.file_at_counter(filing, handing=handing, by=office.minh(), now=make.MONDAY)
    other = actions.file_at_counter(filing, handing=handing, by=office.hoa(), now=make.MONDAY)
    assert one.pk != other.pk


def test_nothing_is_kept_when_it_cannot_be_received() -> None:
    filing = actions.Filing(make.version(), make.commune(), "counter", make.APPLICANT)
    with pytest.raises(RuleBroken, match="Còn thiếu"):
        actions.file_at_counter(filing, handing=actions.Handing("ma"), by=office.minh(), now=make.MONDAY)


def test_taken_in_for_another_commune_the_clock_starts_there(clock: Clock) -> None:
    """R05: accepted here on Monday at 9:00, received there on Wednesday at 8:00: the date counts from Wednesday."""
    make.version()
    there = make.commune("11779", "Xã Tân Minh", "000.32.52.H24")
    page = office.at_desk(office.minh()).post(PAGE, {**TYPED, "competent": there.code}, follow=True).content.decode()

    dossier = Dossier.objects.get()
    assert (dossier.commune, dossier.receiving_agency.code) == (there, make.COMMUNE)
    assert (dossier.status, dossier.due_at) == (Status.REGISTERED, None)
    assert dossier.code.startswith("000.32.52.H24-")
    assert "chuyển ngay đến xã Tân Minh" in page

    actions.receive(dossier, by=make.officer("binh", agency=there), now=make.moment(25, 8))
    assert dossier.clock_started_at == make.moment(25, 8)
    assert dossier.due_at == make.moment(30, 17)
