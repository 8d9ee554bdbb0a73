"""A new person at the machine."""

import pytest
from django.test import Client
from django.urls import reverse

from gandan.kiosks import actions
from gandan.kiosks.models import Visit

from . import make

pytestmark = pytest.mark.django_db


def test_the_former_person_is_gone(client: Client) -> None:
    make.programme()
    machine, version = make.machine(), make.marriage()
    first = actions.begin_visit(machine, now=make.EVENING)
    draft = actions.start_filing(first, version=version, now=make.EVENING)
    left = make.address(first, "step", "nguoi-nop")
    second = actions.begin_visit(machine, now=make.EVENING)
    assert Visit.objects.get(ended_at__isnull=True) == second
    assert not type(draft).objects.filter(pk=draft.pk).exists()
    back = client.get(left)
    assert back.headers["Location"] == reverse("kiosks:start", args=[machine.key])
    assert "no-store" in back.headers["Cache-Control"]


def test_a_visit_belongs_to_its_machine(client: Client) -> None:
    here, there = make.machine(), make.machine("Máy APS 2")
    visit = actions.begin_visit(here, now=make.EVENING)
    assert client.get(reverse("kiosks:find", args=[there.key, visit.key])).status_code == 404
    assert client.get(reverse("kiosks:start", args=["khong-co"])).status_code == 404
