"""The citizen's side: report, step before sending, receipt, what everybody reads, what only the sender does."""

import re
from io import BytesIO
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from gandan.feedback import actions
from gandan.feedback.models import Feedback

from . import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """What the public list remembers for half a minute."""
    cache.clear()


REPORT, PUBLIC = "/phan-anh/gui/", "/phan-anh/"
HERE = {"latitude": "20.81851", "longitude": "106.42808"}


def _form(text: str = "Nắp cống trước trường bị lật", **more: Any) -> dict[str, Any]:
    return {"text": text, "place": "Cổng trường", "press_key": "k1", "buoc": "gui", **HERE, **more}


def _sent(browser: Client | None = None, **more: Any) -> Feedback:
    make.promise()
    (browser or Client()).post(REPORT, _form(**more))
    return Feedback.objects.latest("pk")


def _geotagged(latitude: tuple[float, ...], longitude: tuple[float, ...]) -> SimpleUploadedFile:
    out, exif = BytesIO(), Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: latitude, 3: "E", 4: longitude})
    Image.new("RGB", (80, 60), "red").save(out, "JPEG", exif=exif)
    return SimpleUploadedFile("anh.jpg", out.getvalue(), content_type="image/jpeg")


def test_one_page_and_a_receipt_pressed_twice() -> None:
    make.promise()
    browser = Client()
    assert "Việc gì?" in browser.get(REPORT).content.decode()
    answers = [browser.post(REPORT, _form(photos=make.upload(), phone="0912345118")) for _ in range(2)]
    one = Feedback.objects.get()
    assert {answer["Location"] for answer in answers} == {f"/phan-anh/{one.key}/"}
    assert (one.photos.count(), one.is_name_withheld, one.suggested_category) == (1, True, "ha_tang.cong")
    page = browser.get(f"/phan-anh/{one.key}/").content.decode()
    assert one.code in page
    assert "thứ\xa0Năm,\xa026/11" in page or "26/11" in page
    assert "766" in page
    assert "trước" in page


def test_words_are_needed_and_photos_are_kept_over_a_mistake() -> None:
    make.promise()
    browser = Client()
    page = browser.post(REPORT, _form(text="", photos=make.upload())).content.decode()
    assert "Lỗi:" in page
    assert "Đã giữ 1 ảnh" in page
    held = re.findall(r'name="held" value="([^"]+)"', page)
    browser.post(REPORT, _form(held=held))
    assert Feedback.objects.get().photos.count() == 1
    browser.post(REPORT, _form(text="việc khác", press_key="k2", held=["giả"], buoc="moi"))
    assert Feedback.objects.latest("pk").photos.count() == 0


def test_asked_first_then_followed_or_sent() -> None:
    first = _sent()
    browser = Client()
    page = browser.post(REPORT, _form("ho ga bi lat", press_key="k2", phone="0987654321")).content.decode()
    assert "Đã có người phản ánh chưa?" in page
    assert "Theo dõi phản ánh này" in page
    assert Feedback.objects.count() == 1
    for _ in range(2):
        browser.post(f"/phan-anh/viec/{first.pk}/theo-doi/", {"phone": "0987654321"})
    assert first.followers.count() == 1
    browser.post(REPORT, _form("ho ga bi lat", press_key="k2", buoc="moi"))
    assert Feedback.objects.latest("pk").possible_duplicate_of == first


def test_a_tap_without_script_moves_the_pin() -> None:
    make.feedback("Rác", where=actions.Where(latitude=20.81851, longitude=106.42808))
    page = Client().post(REPORT, _form(latitude="", longitude="", **{
        "map.x": "160", "map.y": "150", "map_width": "320", "map_height": "300", "buoc": ""})).content.decode()  # fmt: skip
    assert "Đã ghim một chỗ" in page
    assert "Nắp cống trước trường bị lật" in page
    assert Feedback.objects.count() == 1
    picture = Client().get("/phan-anh/ban-do.svg?lat=20.81851&lon=106.42808")
    assert picture["Content-Type"].startswith("image/svg+xml")
    assert picture.content.count(b"<circle") == 2


def test_the_position_of_the_photo_is_read_and_dropped() -> None:
    make.promise()
    photo = _geotagged((20.0, 49.0, 6.6), (106.0, 25.0, 41.1))
    Client().post(REPORT, _form(latitude="", longitude="", photos=photo))
    one = Feedback.objects.get()
    assert (round(one.latitude or 0, 3), round(one.longitude or 0, 3)) == (20.819, 106.428)
    kept = Image.open(one.photos.get().file.open())
    assert not kept.getexif().get_ifd(0x8825)


def test_spam_floods_and_honeypots() -> None:
    make.promise()
    browser = Client()
    browser.post(REPORT, _form(website="http://x"))
    assert Feedback.objects.count() == 0
    for number in range(6):
        page = browser.post(REPORT, _form(press_key=f"k{number}", buoc="moi"))
    assert Feedback.objects.count() == 4
    assert "đã được gửi nhiều lần" in page.content.decode()
    bomb = SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n" + b"0" * 300, content_type="image/png")
    assert "Không mở được tệp này" in browser.post(REPORT, _form(photos=bomb, press_key="z")).content.decode()


def test_only_what_was_cleared_is_public() -> None:
    one = _sent(text="Đường hỏng trước nhà ông Nguyễn Văn An, gọi 0912345118")
    browser = Client()
    assert browser.get(f"/phan-anh/viec/{one.pk}/").status_code == 404
    assert one.code not in browser.get(PUBLIC).content.decode()
    actions.screen(one, "ha_tang.duong", by=make.minh(), now=make.at(hours=1))
    actions.note_stuck(make.fresh(one), "chờ đơn vị điện lực", by=make.minh(), now=make.at(hours=2))
    for address in (PUBLIC, f"/phan-anh/viec/{one.pk}/", f"{PUBLIC}?loc=vuong&q=duong+hong&linh-vuc=ha_tang"):
        page = browser.get(address).content.decode()
        assert "Đường hỏng" in page, address
        assert "chờ đơn vị điện lực" in page
        assert "Văn An" not in page
        assert "0912345118" not in page
        assert one.key not in page
    assert "Đường hỏng" not in browser.get(f"{PUBLIC}?loc=da-tra-loi").content.decode()


def test_the_sender_rates_and_reopens_at_the_private_address() -> None:
    one = make.answered()
    browser = Client()
    here = f"/phan-anh/{one.key}/"
    assert "Vỉa hè đã được trả lại" in browser.get(here).content.decode()
    browser.post(f"{here}danh-gia/", {"stars": "2", "text": "chậm"})
    assert one.ratings.get().stars == 2
    assert "Lỗi:" in browser.post(f"{here}mo-lai/", {"text": ""}).content.decode()
    browser.post(f"{here}mo-lai/", {"text": "Hôm nay lại lấn"})
    last = make.fresh(one)
    assert (last.round, last.status) == (2, "screened")
    browser.post(f"{here}them-anh/", {"photos": make.upload()})
    assert last.photos.count() == 1
    assert browser.get(f"{here}anh/{last.photos.get().key}/").status_code == 200
    assert browser.get("/phan-anh/khong-co-khoa/").status_code == 404


def test_more_is_supplied() -> None:
    one = make.feedback()
    actions.ask_more(one, "Ở trước số nhà nào?", by=make.minh(), now=make.at(hours=1))
    here = f"/phan-anh/{one.key}/"
    assert "Ở trước số nhà nào?" in Client().get(here).content.decode()
    Client().post(f"{here}bo-sung/", {"text": "Trước nhà văn hóa"})
    assert "Trước nhà văn hóa" in make.fresh(one).text


def test_the_list_asks_the_same_number_of_statements_for_any_length() -> None:
    browser, asked_for = Client(), []
    for more in (2, 12):
        for number in range(more):
            one = make.screened(text=f"việc {more} {number}")
            assert make.fresh(one).is_public
        cache.clear()
        browser.get(PUBLIC)
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            browser.get(PUBLIC)
        asked_for.append(len(asked))
    assert asked_for[0] == asked_for[1]


def test_outside_the_commune_is_said() -> None:
    make.promise()
    other = make.other_commune()
    found = Client().get("/phan-anh/gan-day/?lat=20.81851&lon=106.42808").content.decode()
    assert "chưa có ai báo" in found
    from .test_report import _point_of

    lat, lon = _point_of(other.code)
    assert other.name_within in Client().get(f"/phan-anh/gan-day/?lat={lat}&lon={lon}").content.decode()
    page = Client().post(REPORT, _form(latitude=str(lat), longitude=str(lon)), follow=True).content.decode()
    assert f"Nơi này thuộc {other.name_within}" in page
    assert Client().get("/phan-anh/xep-loai/?chu=den duong hong").content.decode() == "Đèn đường"
