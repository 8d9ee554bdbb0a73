"""Opened now, or by itself on its first day."""

from datetime import timedelta

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.surveys import actions, jobs
from gandan.surveys.models import Consultation

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: object) -> None:
    one = make.consultation()
    assert one.status == "open"
    assert "Mở rộng đường thôn Ngọc Lâm" in Client().get("/tham-van/").content.decode()
    assert "Góp ý đến hết" in Client().get(f"/tham-van/{one.key}/").content.decode()


def test_it_opens_itself() -> None:
    one = make.consultation(opens_on=make.TODAY + timedelta(days=2))
    assert (one.status, one.is_ready) == ("draft", True)
    assert jobs.keep_all_days(make.at(days=1)) == 0
    assert jobs.keep_all_days(make.at(days=2)) == 1
    assert Consultation.objects.get().status == "open"


def test_not_when_it_is_over() -> None:
    one = make.consultation(is_open=False)
    with pytest.raises(RuleBroken, match="đã qua"):
        actions.open_consultation(one, by=make.tam(), now=make.at(days=40))
