"""Photo, inspector, moment."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.premises import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one, browser = make.item(), make.signed_in(make.minh())
    assert "đến lượt" in browser.get(f"{make.OFFICER}muc/").content.decode()
    browser.post(f"{make.OFFICER}diem/{one.key}/", {"ok": "1", "photo": make.upload()})
    seen = one.inspections.get()
    assert (seen.is_scanned, seen.inspector, seen.photo_type) == (True, make.minh(), "image/jpeg")
    assert "đến lượt" not in browser.get(f"{make.OFFICER}muc/").content.decode().replace("đến lượt kiểm tra", "")
    assert "quét mã tại chỗ" in browser.get(f"{make.OFFICER}da-kiem-tra/?loai=muc").content.decode()


def test_not_in_order_becomes_a_defect() -> None:
    one = make.item(responsible=make.tam())
    told = {"ok": "0", "note": "Quạt không chạy", "photo": make.upload()}
    make.signed_in(make.minh()).post(f"{make.OFFICER}muc/{one.pk}/", told)
    assert one.defects.get().responsible == make.tam()


def test_a_photo_is_needed() -> None:
    with pytest.raises(RuleBroken, match="ảnh"):
        actions.inspect_item(make.item(), actions.Finding(True), by=make.minh(), now=make.NOW)


def test_another_commune_sees_nothing() -> None:
    one, browser = make.item(), make.signed_in(make.binh())
    for address in (f"muc/{one.pk}/", f"diem/{one.key}/", f"muc/{one.pk}/han-dung/"):
        assert browser.get(make.OFFICER + address).status_code == 404
