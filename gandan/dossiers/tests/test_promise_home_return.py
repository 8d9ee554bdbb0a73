"""Who cannot travel asks, and the result comes home (S1.15: the return leg)."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.actions import HomeRequest
from gandan.dossiers.models import HomeReturn
from gandan.dossiers.workflow import Status
from gandan.journal.tests.settle import settle
from tests.conftest import Clock

from . import make, office, under

pytestmark = pytest.mark.django_db
DISABLED = HomeRequest("disabled", "Thôn Mỹ Ân", "Gọi con gái trước khi đến")


def test_it_works(clock: Clock) -> None:
    under.home_return(groups=["disabled"])
    dossier = make.dossier(Status.RECEIVED)

    office.press(office.minh(), "promise_home_return", dossier, group="disabled", address="Thôn Mỹ Ân")

    home = HomeReturn.objects.get()
    assert (home.group, home.place(), home.due_at) == ("disabled", "Thôn Mỹ Ân", None)
    assert dossier.under.get().kind == "home_return"
    assert dossier.code in office.at_desk(office.minh()).get("/can-bo/tra-tai-nha/").content.decode()


def test_the_date_comes_with_the_result(clock: Clock) -> None:
    under.home_return(groups=["disabled"])
    dossier = make.dossier(Status.PROCESSING)
    actions.promise_home_return(dossier, request=DISABLED, by=office.minh(), now=make.MONDAY)
    make.finish_legs(dossier)
    actions.approve(office.fresh(dossier), by=office.hoa(), now=make.moment(25, 10))
    settle()
    assert HomeReturn.objects.get().due_at == make.moment(26, 17)


def test_asked_when_the_result_lies_there_the_date_counts_from_the_request() -> None:
    under.home_return(groups=["disabled"])
    dossier = make.dossier(Status.SETTLED)
    home = actions.promise_home_return(dossier, request=DISABLED, by=office.minh(), now=make.moment(26, 10))
    assert home.due_at == make.moment(27, 17)


def test_a_healthy_requester_is_offered_the_post() -> None:
    under.home_return(groups=["disabled"])
    dossier = make.dossier(Status.RECEIVED)
    with pytest.raises(RuleBroken, match="bưu chính"):
        actions.promise_home_return(dossier, request=HomeRequest("newlywed"), by=office.minh(), now=make.MONDAY)


def test_no_promise_without_a_programme_for_the_procedure() -> None:
    under.home_return(procedures=["1.000656"])
    dossier = make.dossier(Status.RECEIVED)
    with pytest.raises(RuleBroken, match="chưa có trong chương trình"):
        actions.promise_home_return(dossier, request=DISABLED, by=office.minh(), now=make.MONDAY)


def test_it_is_promised_once() -> None:
    under.home_return()
    dossier = make.dossier(Status.RECEIVED)
    actions.promise_home_return(dossier, request=DISABLED, by=office.minh(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="đã ghi"):
        actions.promise_home_return(dossier, request=DISABLED, by=office.minh(), now=make.MONDAY)


def test_binh_promises_nothing_for_another_commune(clock: Clock) -> None:
    under.home_return()
    dossier = make.dossier(Status.RECEIVED)
    assert office.at_desk(office.binh()).get(office.address("promise_home_return", dossier)).status_code == 404
