"""What is planned becomes public together."""

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions
from gandan.dialogue.models import Occasion

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    make.occasion("reception", make.at(8))
    make.occasion("supervision", make.at(9))
    browser = make.signed_in(make.thu())
    browser.post(make.BASE + "cong-bo/", {"thang": "2026-12"})
    assert Occasion.objects.filter(published_at__isnull=False).count() == 1
    assert "Phòng tiếp công dân" in Client().get("/tiep-cong-dan/").content.decode()


def test_nothing_new() -> None:
    with pytest.raises(RuleBroken, match="chưa có lịch mới"):
        actions.publish_month(make.commune(), make.NOW.date(), by=make.thu(), now=make.NOW)
