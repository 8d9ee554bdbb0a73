"""The unit explains beside the proof."""

from typing import Any

import pytest

from gandan.core.errors import NotThisOffice
from gandan.people.models import Role
from gandan.replication import actions

from . import make
from .test_criticise import named

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    one = named()
    nga = make.staff("nga", str(Role.SPECIALIST), agency=one.agency, full_name="Đỗ Thị Nga")
    make.signed_in(nga).post(
        f"/can-bo/van-ban-chi-dao/bieu-duong/{one.pk}/giai-trinh/", {"text": "Chờ số liệu của tỉnh."}
    )
    page = make.signed_in(make.hoa()).get("/can-bo/van-ban-chi-dao/bieu-duong/").content.decode()
    assert "Chờ số liệu của tỉnh." in page
    assert "Việc 2" in page


def test_not_by_others() -> None:
    with pytest.raises(NotThisOffice):
        actions.reply_to_mention(named(), text="x", by=make.binh(), now=make.at(6))
