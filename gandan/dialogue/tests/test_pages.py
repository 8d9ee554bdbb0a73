"""Every page stands for whom it is for; lists do not ask row by row; figures are told."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gandan.dialogue import actions
from gandan.measures.registry import figures
from gandan.measures.scope import Scope
from gandan.people.models import Role
from gandan.people.tests.make import partner

from . import make

pytestmark = pytest.mark.django_db
PAGES = (
    make.BASE, f"{make.BASE}?thang=2026-12", f"{make.BASE}them/", f"{make.BASE}noi-quy/", f"{make.BASE}nghia-vu/", make.PETITIONS,
    f"{make.PETITIONS}?loc=qua-han", f"{make.PETITIONS}nhan/", f"{make.PETITIONS}quyen/", "/can-bo/doi-thoai/",
    "/can-bo/doi-thoai/?loc=tat-ca", "/can-bo/doi-thoai/nguoi-uy-tin/", "/can-bo/xuong-co-so/", "/lanh-dao/tiep-cong-dan/",
    "/lanh-dao/tiep-cong-dan/?ky=nam-nay", f"{make.PETITIONS}so/?ky=quy-nay&dang=pdf",
)  # fmt: skip


def test_officers_pages() -> None:
    make.promise()
    make.assigned()
    make.accepted()
    one = make.occasion("visit", make.at(2))
    browser = make.signed_in(make.hoa())
    for page in (
        *PAGES,
        f"{make.BASE}buoi/{one.pk}/",
        f"{make.BASE}buoi/{one.pk}/doi/",
        f"/can-bo/xuong-co-so/{one.pk}/",
    ):
        assert browser.get(page).status_code == 200, page


def test_public_pages() -> None:
    one = make.public()
    for page in ("", "lich.ics", "ap-phich/?thang=2026-11", "tra-loi/", f"buoi/{one.key}/", f"buoi/{one.key}/dang-ky/"):
        assert Client().get(f"/tiep-cong-dan/{page}").status_code == 200, page
    assert Client().get(f"/tiep-cong-dan/buoi/{make.occasion('dialogue', make.at(3)).key}/").status_code == 404


def test_another_commune_finds_nothing() -> None:
    ids = (f"{make.BASE}buoi/{make.public().pk}/", f"{make.PETITIONS}{make.petition().pk}/",
           f"/can-bo/doi-thoai/y-kien/{make.opinion().pk}/")  # fmt: skip
    browser = make.signed_in(make.binh())
    for page in ids:
        assert browser.get(page).status_code == 404


def test_a_partner_answers_what_was_given_to_it() -> None:
    make.years()
    police = make.staff("congan", Role.PARTNER, agency=partner(make.commune()))
    other, own = make.opinion(), make.opinion(make.held("dialogue", -3), "Trộm vặt ban đêm")
    assert police.agency is not None
    actions.assign_opinion(own, police.agency, by=make.thu(), now=make.NOW)
    browser = make.signed_in(police)
    assert browser.get(f"/can-bo/doi-thoai/y-kien/{other.pk}/").status_code == 404
    browser.post(
        f"/can-bo/doi-thoai/y-kien/{own.pk}/answer-opinion/", {"outcome": "resolved", "answer": "Đã tuần tra."}
    )
    own.refresh_from_db()
    assert own.answer == "Đã tuần tra."


def test_the_list_does_not_ask_row_by_row() -> None:
    browser = make.signed_in(make.thu())
    make.accepted()
    browser.get(make.PETITIONS)

    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            browser.get(make.PETITIONS)
        return len(seen)

    few = asked()
    for _ in range(4):
        make.accepted()
    assert asked() == few


def test_figures() -> None:
    make.promise(since=date(2026, 10, 1))
    make.held("visit", -10)
    make.held("reception", -30)
    make.concluded()
    row = make.assigned(make.held("dialogue", -2))
    actions.answer_opinion(row, "resolved", "Xong", by=make.minh(), now=make.at(1))
    actions.judge_duties(make.commune(), by=None, now=make.at(2))
    scope = Scope((make.commune().pk,), date(2026, 10, 1), date(2026, 12, 31), make.at(3))
    told = figures(
        scope, "receptions_held", "dialogues_held", "village_visits_held", "heads_received_monthly", "weeks_visited",
        "hamlets_visited", "petitions_on_time", "opinions_resolved", "opinions_on_time", "petitions_overdue",
    )  # fmt: skip
    assert [told[name].value for name in ("receptions_held", "dialogues_held", "village_visits_held")] == [1, 1, 1]
    assert [told[name].value for name in ("petitions_on_time", "opinions_resolved", "opinions_on_time")] == [
        100,
        100,
        100,
    ]
    assert (told["heads_received_monthly"].value, told["hamlets_visited"].value) == (100, 100)
    assert told["weeks_visited"].denominator == 7
    assert told["weeks_visited"].numerator == 1


def test_gaps_by_law() -> None:
    page = make.signed_in(make.thu()).get(f"{make.BASE}nghia-vu/").content.decode()
    assert "việc chưa đạt" in page
    assert "chưa phân công" in page
    actions.set_desk(make.commune(), {"officer": make.thu(), "rules": "Một điều"}, by=make.thu(), now=make.NOW)
    again = make.signed_in(make.thu()).get(f"{make.BASE}nghia-vu/").content.decode()
    assert "chưa phân công" not in again
