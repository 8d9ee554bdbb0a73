"""Fetched: also when the power failed between the door and the record."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from gandan.dossiers.workflow import Status
from gandan.kiosks import actions, jobs
from gandan.kiosks.models import Machine, Placement
from gandan.kiosks.pickup import fetch

from . import make

pytestmark = pytest.mark.django_db
LATER = make.EVENING + timedelta(minutes=5)


class PowerCut(Exception):
    """The machine room is dark."""


@pytest.fixture
def machine() -> Machine:
    return make.machine()


def cut_after_opening(machine: Machine, held: Placement, patch: pytest.MonkeyPatch) -> None:
    """The door springs open and nothing more is written."""

    def dark(*_: object, **__: object) -> None:
        raise PowerCut

    with patch.context() as during:
        during.setattr("gandan.kiosks.actions.fetch_result", dark)
        with pytest.raises(PowerCut):
            fetch(machine, code=held.code, now=make.EVENING)
    assert make.fresh(held).status == "opening"
    patch.setattr("django.utils.timezone.now", lambda: LATER)


def test_an_open_or_empty_compartment_was_fetched(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    held = make.placement(machine)
    cut_after_opening(machine, held, monkeypatch)
    jobs.finish_openings.func(0)
    held = make.fresh(held)
    assert (held.status, held.dossier.status, held.code_index) == ("fetched", Status.RETURNED, "")
    assert held.dossier.results.get().received_by.endswith("nhận tại Máy APS 1")


def test_a_shut_full_compartment_goes_on_holding(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    held = make.placement(machine)
    cut_after_opening(machine, held, monkeypatch)
    make.cabinet(machine).put(7)
    jobs.finish_openings.func(0)
    assert make.fresh(held).status == "holding"
    fetch(machine, code=held.code, now=LATER)
    assert make.fresh(held).status == "fetched"


def test_the_same_code_may_be_given_again_at_once(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    held = make.placement(machine)
    cut_after_opening(machine, held, monkeypatch)
    fetch(machine, code=held.code, now=LATER)
    assert make.fresh(held).status == "fetched"


def test_the_officer_who_looked_says_it_was_fetched(
    client: Client, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = make.placement(machine)
    cut_after_opening(machine, held, monkeypatch)
    client.force_login(make.minh())
    assert "Xin xem lại ngăn này" in client.get(reverse("kiosks:placement", args=[held.pk])).content.decode()
    client.post(reverse("kiosks:fetch_result", args=[held.pk]))
    assert make.fresh(held).status == "fetched"


def test_a_result_already_returned_elsewhere_is_not_returned_twice(machine: Machine) -> None:
    from gandan.dossiers import actions as dossiers

    held = make.placement(machine)
    opening = actions.open_compartment(machine, code=held.code, now=make.EVENING)
    dossiers.return_result(held.dossier, by=make.minh(), now=make.EVENING)
    actions.fetch_result(opening, by=None, now=LATER)
    assert make.fresh(held).status == "fetched"
