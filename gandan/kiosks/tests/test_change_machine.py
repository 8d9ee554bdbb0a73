"""Another place, other hours, out of use."""

import pytest
from django.test import Client
from django.urls import reverse

from . import make

pytestmark = pytest.mark.django_db


def test_out_of_use_it_says_so_and_nobody_begins(client: Client) -> None:
    machine = make.machine()
    told = {"name": machine.name, "place": "Trụ sở UBND xã", "compartments": "14"}
    client.force_login(make.keeper())
    client.post(reverse("kiosks:change_machine", args=[machine.pk]), told)
    machine = make.fresh(machine)
    assert (machine.place, machine.is_used, machine.locker.compartments.count()) == ("Trụ sở UBND xã", False, 14)
    start = reverse("kiosks:start", args=[machine.key])
    assert "tạm ngừng" in client.post(start, {"to": "nop"}).content.decode()
    assert not machine.visits.exists()


def test_outside_its_hours_it_says_when_it_serves(client: Client, clock: object) -> None:
    from datetime import time

    machine = make.machine(opens_at=time(17), closes_at=time(21))
    page = client.get(reverse("kiosks:start", args=[machine.key])).content.decode()
    assert "Máy phục vụ từ 17:00 đến 21:00" in page
