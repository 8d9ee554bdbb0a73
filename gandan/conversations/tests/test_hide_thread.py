"""Taken down again."""

import pytest
from django.test import Client

from gandan.conversations import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    made = make.answered()
    actions.publish_thread(made, "Khai sinh thế nào?", "Như vầy.", by=make.mai(), now=make.MONDAY)
    make.at_desk(make.mai()).post(f"{make.OFFICER}{made.pk}/go/")
    assert "Khai sinh thế nào?" not in Client().get("/hoi-dap/").content.decode()
    with pytest.raises(RuleBroken):
        actions.hide_thread(make.fresh(made), by=make.mai(), now=make.MONDAY)
