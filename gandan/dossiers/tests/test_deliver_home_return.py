"""At the door: who took it, the proof, and the dossier is returned in the same moment (S1.15, S4.15)."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.models import HomeReturn, HomeStatus
from gandan.dossiers.workflow import Status
from gandan.journal.tests.settle import settle
from gandan.measures.measure import Ask, answer
from gandan.measures.registry import measure_named
from gandan.measures.scope import Scope
from tests.conftest import Clock

from . import make, office, under

pytestmark = pytest.mark.django_db


def home() -> HomeReturn:
    """A birth settled on Monday, to be brought by Tuesday."""
    under.home_return()
    make.dossier(Status.SETTLED)
    settle()
    return HomeReturn.objects.select_related("dossier__agency", "dossier__commune").get()


def test_it_works(clock: Clock) -> None:
    one, desk = home(), office.at_desk(office.minh())
    clock.set("2026-11-23 15:00")

    typed = {"recipient": "Phạm Văn An", "proof": make.photo(), "note": "Có Trưởng Trạm Y tế"}
    desk.post(f"/can-bo/tra-tai-nha/{one.pk}/da-trao/", typed, follow=True)

    one.refresh_from_db()
    dossier = office.fresh(one.dossier)
    assert (one.status, one.recipient, one.delivered_by) == (HomeStatus.DELIVERED, "Phạm Văn An", office.minh())
    assert dossier.status == Status.RETURNED
    assert dossier.results.get().received_by == "Phạm Văn An"
    assert dossier.under.get().is_kept is True
    assert desk.get(f"/can-bo/tra-tai-nha/{one.pk}/bang-chung/").headers["Content-Type"] == "image/jpeg"


def test_both_figures_count_it_by_group(clock: Clock) -> None:
    one = home()
    handed = actions.HandedOver("Phạm Văn An", make.photo())
    actions.deliver_home_return(one, handed=handed, by=office.minh(), now=make.moment(26, 9))

    week = Scope((make.commune().pk,), make.MONDAY.date(), make.moment(27, 9).date(), make.moment(27, 9))
    count, share = measure_named("home_returns"), measure_named("home_returns_on_time_rate")
    [[row]] = answer(Ask(week, (count, share), "group"))
    assert row.key == "newborn"
    assert row.figures["home_returns"].value == 1
    assert row.figures["home_returns_on_time_rate"].value == 0
    assert office.fresh(one.dossier).under.get().is_kept is False


def test_a_program_is_no_proof() -> None:
    one = home()
    bad = SimpleUploadedFile("anh.jpg", b"khong phai anh", content_type="image/jpeg")
    with pytest.raises(RuleBroken, match="Không mở được"):
        actions.deliver_home_return(one, handed=actions.HandedOver("An", bad), by=office.minh(), now=make.MONDAY)
    one.refresh_from_db()
    assert one.status == HomeStatus.PLANNED


def test_nothing_is_brought_without_the_scan_where_one_copy_is_signed() -> None:
    under.one_copy()
    one = home()
    one.dossier.results.update(file="")
    handed = actions.HandedOver("Phạm Văn An", make.photo())
    with pytest.raises(RuleBroken, match="Lưu bản quét"):
        actions.deliver_home_return(one, handed=handed, by=office.minh(), now=make.MONDAY)
    one.refresh_from_db()
    assert one.status == HomeStatus.PLANNED


def test_it_is_brought_once() -> None:
    one = home()
    again = HomeReturn.objects.select_related("dossier__agency", "dossier__commune").get()
    actions.deliver_home_return(one, handed=actions.HandedOver("An", make.photo()), by=office.minh(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="người khác"):
        actions.deliver_home_return(
            again, handed=actions.HandedOver("An", make.photo()), by=office.minh(), now=make.MONDAY
        )


def test_binh_sees_no_trip_of_another_commune(clock: Clock) -> None:
    one, desk = home(), office.at_desk(office.binh())
    for part in ("", "thu.pdf", "bang-chung/", "da-trao/", "chua-gap/", "thoi/"):
        assert desk.get(f"/can-bo/tra-tai-nha/{one.pk}/{part}").status_code == 404
    assert one.dossier.code not in desk.get("/can-bo/tra-tai-nha/").content.decode()
