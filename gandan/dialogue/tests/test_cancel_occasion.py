"""Called off, with a reason that people read."""

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions
from gandan.dialogue.models import ChangeNotice

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.public()
    make.signed_in(make.thu()).post(f"{make.BASE}buoi/{one.pk}/huy/", {"reason": "Lãnh đạo họp đột xuất."})
    assert ChangeNotice.objects.get().words == "Không tổ chức. Lãnh đạo họp đột xuất."
    assert b"STATUS:CANCELLED" in Client().get("/tiep-cong-dan/lich.ics").content


def test_without_a_reason() -> None:
    with pytest.raises(RuleBroken, match="lý do"):
        actions.cancel_occasion(make.occasion(), " ", by=make.thu(), now=make.NOW)
