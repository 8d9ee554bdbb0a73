"""Keeping an empty compartment."""

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make as case
from gandan.kiosks import actions
from gandan.kiosks.models import Placement

from . import make

pytestmark = pytest.mark.django_db


def test_a_result_must_be_there() -> None:
    with pytest.raises(RuleBroken, match="đã có kết quả"):
        actions.reserve_compartment(
            make.compartment(make.machine()), dossier=case.dossier(), by=make.minh(), now=make.EVENING
        )


def test_one_result_a_compartment_one_compartment_a_result() -> None:
    machine = make.machine()
    first = make.settled()
    second = make.settled(of=first.version)
    actions.reserve_compartment(make.compartment(machine, 7), dossier=first, by=make.minh(), now=make.EVENING)
    for number, dossier in ((7, second), (8, first)):
        with pytest.raises(RuleBroken, match="vừa có người giữ"):
            actions.reserve_compartment(
                make.compartment(machine, number), dossier=dossier, by=make.minh(), now=make.EVENING
            )


def test_a_jammed_lock_says_what_to_do(client: Client) -> None:
    machine, dossier = make.machine(), make.settled()
    make.cabinet(machine).jam(7)
    client.force_login(make.minh())
    told = {"code": dossier.code, "compartment": make.compartment(machine).pk}
    page = client.post(reverse("kiosks:reserve_compartment", args=[machine.pk]), told)
    assert page.status_code == 409
    assert "chìa khóa của tủ" in page.content.decode()
    assert Placement.objects.get().status == "reserved"


def test_an_unknown_code_is_said(client: Client) -> None:
    machine = make.machine()
    client.force_login(make.minh())
    told = {"code": "000.31.52.H24-261123-9999", "compartment": make.compartment(machine).pk}
    assert (
        "không có hồ sơ này"
        in client.post(reverse("kiosks:reserve_compartment", args=[machine.pk]), told).content.decode()
    )
