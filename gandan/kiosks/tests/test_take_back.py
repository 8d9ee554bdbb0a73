"""The officer empties the compartment."""

import pytest
from django.test import Client
from django.urls import reverse

from gandan.dossiers import actions as dossiers
from gandan.dossiers.tests import make as case
from gandan.dossiers.workflow import Status

from . import make

pytestmark = pytest.mark.django_db


def test_the_door_opens_and_the_result_is_returned_at_the_counter(client: Client) -> None:
    machine = make.machine()
    held = make.placement(machine)
    client.force_login(make.minh())
    client.post(reverse("kiosks:take_back", args=[held.pk]))
    held = make.fresh(held)
    assert (held.status, held.code_index, make.cabinet(machine).states()[7].is_open) == ("taken_back", "", True)
    dossiers.return_result(held.dossier, by=make.minh(), now=make.EVENING)
    assert make.fresh(held.dossier).status == Status.RETURNED
    make.placement(machine, dossier=make.settled(of=held.dossier.version))


def test_another_commune_takes_nothing_back(client: Client) -> None:
    held = make.placement(make.machine())
    client.force_login(case.officer("binh", agency=case.commune("11779", "Xã Tân Minh", "000.32.52.H24")))
    assert client.post(reverse("kiosks:take_back", args=[held.pk])).status_code == 404
    assert make.fresh(held).status == "holding"
