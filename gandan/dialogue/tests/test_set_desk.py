"""House rules and the permanent officer."""

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions
from gandan.dialogue.models import ReceptionDesk

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    sent = {"officer": make.thu().pk, "place": "Tầng 1", "phone": "0220 3000 101", "rules": "Xếp hàng theo số."}
    make.signed_in(make.thu()).post(make.BASE + "noi-quy/", sent)
    assert ReceptionDesk.objects.get().officer == make.thu()
    page = Client().get("/tiep-cong-dan/").content.decode()
    assert "Xếp hàng theo số." in page
    assert "Vũ Thị Thu" in page


def test_not_somebody_of_another_commune() -> None:
    with pytest.raises(RuleBroken, match="không làm việc"):
        actions.set_desk(make.commune(), {"officer": make.binh()}, by=make.thu(), now=make.NOW)
