"""A change of what is public is told."""

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions
from gandan.dialogue.models import ChangeNotice

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.public()
    actions.change_occasion(one, make.wish(starts=make.at(2)), by=make.thu(), now=make.NOW)
    notice = ChangeNotice.objects.get()
    assert "Chuyển từ" in notice.words
    assert one.sequence == 1
    assert "Chuyển từ" in Client().get("/tiep-cong-dan/").content.decode()


def test_before_publication_nobody_is_told() -> None:
    one = make.occasion()
    actions.change_occasion(one, make.wish(starts=make.at(2)), by=make.thu(), now=make.NOW)
    assert not ChangeNotice.objects.exists()


def test_what_is_done_stays() -> None:
    with pytest.raises(RuleBroken, match="không đổi được"):
        actions.change_occasion(make.held(), make.wish(), by=make.thu(), now=make.NOW)
