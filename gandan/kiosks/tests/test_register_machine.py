"""Putting up a machine."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make as case
from gandan.journal.models import Entry
from gandan.kiosks.models import Machine

from . import make

pytestmark = pytest.mark.django_db
TOLD = {"name": "Máy APS bưu điện", "place": "Bưu điện xã", "compartments": "8", "is_used": "on"}


def test_it_works(client: Client) -> None:
    client.force_login(make.keeper())
    client.post(reverse("kiosks:register_machine"), TOLD)
    machine = Machine.objects.get()
    page = client.get(reverse("kiosks:machine", args=[machine.pk])).content.decode()
    assert machine.locker is not None
    assert [one.number for one in machine.locker.compartments.all()] == list(range(1, 9))
    assert "Ngăn 08" in page
    assert machine.key in page
    assert Entry.objects.filter(kind="MachineRegistered").count() == 1


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        pytest.param({"printer_address": "10.0.0.5:9100/../x y"}, "máy in", id="no printer address"),
        pytest.param({"locker_address": "ftp://tu"}, "tủ", id="no locker address"),
        pytest.param({"opens_at": time(20), "closes_at": time(6)}, "Giờ mở", id="hours the wrong way round"),
        pytest.param({"opens_at": time(6)}, "Giờ mở", id="half the hours"),
        pytest.param({"compartments": 999}, "ngăn", id="too many compartments"),
    ],
)
def test_what_cannot_be_is_refused(facts: dict[str, Any], words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        make.machine(**{"compartments": 4, **facts})


def test_two_machines_before_one_locker() -> None:
    first = make.machine()
    second = make.machine("Máy APS 2", compartments=0, locker=first.locker)
    assert second.locker == first.locker
    with pytest.raises(RuleBroken, match="tên khác"):
        make.machine()


def test_another_commune_sees_nothing(client: Client) -> None:
    machine = make.machine()
    client.force_login(case.officer("binh", agency=case.commune("11779", "Xã Tân Minh", "000.32.52.H24")))
    assert client.get(reverse("kiosks:machine", args=[machine.pk])).status_code == 404
    assert machine.name not in client.get(reverse("kiosks:machines")).content.decode()
