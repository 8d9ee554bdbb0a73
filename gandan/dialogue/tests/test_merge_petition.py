"""The same matter twice: one answer."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_found_and_merged() -> None:
    first = make.petition("Đề nghị sửa đường vào thôn Mỹ Ân", people=12)
    again = make.petition("Đề nghị sửa chữa đường thôn Mỹ Ân", people=5)
    browser = make.signed_in(make.thu())
    assert "Có thể trùng" in browser.get(f"{make.PETITIONS}{again.pk}/").content.decode()
    browser.post(f"{make.PETITIONS}{again.pk}/merge-petition/", {"code": first.code})
    first.refresh_from_db()
    again.refresh_from_db()
    assert (again.status, again.merged_into, first.people) == ("merged", first, 17)


def test_a_denunciation_never_goes_into_an_open_one() -> None:
    with pytest.raises(RuleBroken, match="lộ"):
        actions.merge_petition(make.secret(), make.petition(), by=make.hoa(), now=make.NOW)


def test_not_into_itself() -> None:
    one = make.petition()
    with pytest.raises(RuleBroken, match="đơn khác"):
        actions.merge_petition(one, one, by=make.thu(), now=make.NOW)
