"""Notes are for colleagues only."""

import pytest
from django.test import Client

from gandan.conversations import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    made = make.thread()
    make.at_desk(make.mai()).post(f"{make.OFFICER}{made.pk}/ghi-chu/", {"text": "Gọi lại chiều nay"})
    assert "Gọi lại chiều nay" in make.at_desk(make.minh()).get(f"{make.OFFICER}{made.pk}/").content.decode()
    for address in ("", "loi/"):
        assert "Gọi lại" not in Client().get(f"/hoi-dap/{made.key}/{address}").content.decode()
    assert make.fresh(made).answered_at is None


def test_nothing_to_note() -> None:
    with pytest.raises(RuleBroken):
        actions.note_thread(make.thread(), " ", by=make.mai(), now=make.MONDAY)
