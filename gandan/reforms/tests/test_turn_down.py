"""Back to the unit with the reason."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.people.models import User
from gandan.reforms import actions
from gandan.reforms.models import Level, Recognition
from gandan.reforms.tests import make

pytestmark = pytest.mark.django_db


def submitted() -> Recognition:
    claim = actions.Claim(level=Level.PROVINCE, description="Kết quả")
    return actions.apply_for_recognition(make.reform(), claim, agency=make.commune(), by=make.leader(), now=make.NOW)


def test_it_works() -> None:
    made = submitted()
    make.signed_in(make.above()).post(f"/lanh-dao/mo-hinh/cong-nhan/{made.pk}/tra-lai/", {"reason": "Thiếu số liệu."})
    made.refresh_from_db()
    assert (made.status, made.reason) == ("returned", "Thiếu số liệu.")
    page = make.signed_in(User.objects.get(username="hoa")).get(f"/can-bo/mo-hinh/{made.reform.code}/").content.decode()
    assert "Thiếu số liệu." in page


def test_not_without_reason() -> None:
    with pytest.raises(RuleBroken, match="lý do"):
        actions.turn_down(submitted(), reason=" ", by=make.above(), now=make.NOW)
