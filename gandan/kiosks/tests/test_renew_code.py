"""A new code for somebody who lost the message."""

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.kiosks import actions
from gandan.kiosks.pickup import fetch

from . import make

pytestmark = pytest.mark.django_db


def test_the_former_code_opens_nothing(client: Client) -> None:
    machine = make.machine()
    held = make.placement(machine)
    former = held.code
    client.force_login(make.minh())
    client.post(reverse("kiosks:renew_code", args=[held.pk]))
    with pytest.raises(RuleBroken, match="không mở ngăn nào"):
        fetch(machine, code=former, now=make.EVENING)
    fetch(machine, code=make.fresh(held).code, now=make.EVENING)
    with pytest.raises(RuleBroken, match="không gửi mã mới"):
        actions.renew_code(held, by=make.minh(), now=make.EVENING)
