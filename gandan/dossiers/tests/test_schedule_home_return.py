"""The result of a birth goes home with the commune's letter within one working day (S4.15)."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from django.test import Client
from docx import Document

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.models import Dossier, HomeReturn, HomeStatus
from gandan.dossiers.workflow import Status
from gandan.journal.tests.settle import settle
from tests.conftest import Clock

from . import make, office, under

pytestmark = pytest.mark.django_db
CHILD = make.ANSWERS["child_name"]
FRIDAY_EVENING = make.moment(27, 16)


def approved(now: object = make.MONDAY, **rule: object) -> Dossier:
    """A birth settled under the programme, with what follows from it."""
    under.home_return(**rule)
    dossier = make.dossier(Status.SETTLED, now=now)  # type: ignore[arg-type]  # a moment
    settle()
    return office.fresh(dossier)


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def test_it_works(clock: Clock) -> None:
    dossier = approved()

    home = HomeReturn.objects.get()
    assert (home.status, home.group) == (HomeStatus.PLANNED, "newborn")
    assert home.due_at == make.moment(24, 17)
    assert home.companions == "Trưởng Trạm Y tế, Trưởng khu vực"
    assert dossier.under.get(kind="home_return").promised_at == home.due_at
    page = office.at_desk(office.minh()).get("/can-bo/tra-tai-nha/").content.decode()
    assert dossier.code in page


def test_the_letter_names_the_child_as_the_register_does(clock: Clock) -> None:
    approved()
    home, desk = HomeReturn.objects.get(), office.at_desk(office.minh())

    pdf = desk.get(f"/can-bo/tra-tai-nha/{home.pk}/thu.pdf")
    docx = desk.get(f"/can-bo/tra-tai-nha/{home.pk}/thu.docx")
    page = desk.get(f"/can-bo/tra-tai-nha/{home.pk}/").content.decode()

    words = text_of(pdf.content)
    assert f"gia đình cháu {CHILD}" in words
    assert "CHỦ TỊCH" in words
    assert "tiêm chủng" in words
    assert any(CHILD in one.text for one in Document(io.BytesIO(docx.content)).paragraphs)
    assert f"vừa đón cháu {CHILD}" in page


def test_a_result_of_friday_evening_is_brought_on_monday(clock: Clock) -> None:
    approved(FRIDAY_EVENING)
    assert HomeReturn.objects.get().due_at == make.moment(30, 17)


def test_the_list_of_the_trip_is_printed(clock: Clock) -> None:
    approved()
    words = text_of(office.at_desk(office.minh()).get("/can-bo/tra-tai-nha/phieu.pdf").content)
    assert make.PHONE in words
    assert make.APPLICANT["applicant_address"] in words


def test_the_citizen_reads_when_it_is_brought(clock: Clock) -> None:
    under.home_return()
    dossier = make.dossier(Status.PROCESSING)
    track = f"/theo-doi/{dossier.key}/"
    assert "Khi có kết quả, Trung tâm mang đến tận nhà" in Client().get(track).content.decode()

    make.finish_legs(dossier)
    actions.approve(office.fresh(dossier), by=office.hoa(), now=clock.set("2026-11-23 10:00"))
    settle()

    page = Client().get(track).content.decode()
    assert "mang kết quả đến tận nhà thứ Ba" in page.replace("\xa0", " ")
    assert "Mời ông/bà đến nhận" not in page
    assert CHILD not in page
    clock.set("2026-11-25 08:00")
    assert "chưa kịp mang kết quả đến nhà" in Client().get(track).content.decode()


def test_who_fetches_it_at_the_centre_needs_no_trip() -> None:
    dossier = approved()
    actions.return_result(dossier, by=office.minh(), now=make.moment(23, 14))
    assert HomeReturn.objects.get().status == HomeStatus.CANCELLED
    assert dossier.under.get().promised_at is None


def test_no_letter_where_the_programme_sends_none() -> None:
    approved(letter=[])
    home, desk = HomeReturn.objects.get(), office.at_desk(office.minh())
    assert "In thư (PDF)" not in desk.get(f"/can-bo/tra-tai-nha/{home.pk}/").content.decode()
    from gandan.dossiers.sheets_home import letter_sheet

    with pytest.raises(RuleBroken, match="không gửi thư"):
        letter_sheet(home, make.MONDAY)


def test_nothing_is_scheduled_without_a_promise() -> None:
    under.home_return(groups=["disabled"])
    dossier = make.dossier(Status.SETTLED)
    settle()
    assert actions.schedule_home_return(dossier, now=make.MONDAY) is None
    assert not HomeReturn.objects.exists()
