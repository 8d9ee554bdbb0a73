"""The lock did not open: nothing is returned, the code goes on."""

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers.workflow import Status
from gandan.kiosks import actions
from gandan.kiosks.pickup import fetch

from . import make

pytestmark = pytest.mark.django_db


def test_a_jammed_lock() -> None:
    machine = make.machine()
    held = make.placement(machine)
    make.cabinet(machine).jam(7)
    with pytest.raises(RuleBroken, match="Mã vẫn dùng được"):
        fetch(machine, code=held.code, now=make.EVENING)
    assert (make.fresh(held).status, make.fresh(held).dossier.status) == ("holding", Status.SETTLED)
    make.cabinet(machine).mend(7)
    fetch(machine, code=held.code, now=make.EVENING)


def test_the_officer_who_looked_says_it_is_inside(client: Client) -> None:
    machine = make.machine()
    held = make.placement(machine)
    actions.open_compartment(machine, code=held.code, now=make.EVENING)
    client.force_login(make.minh())
    client.post(reverse("kiosks:keep_shut", args=[held.pk]))
    assert make.fresh(held).status == "holding"
