"""The pages: the queue, one feedback, papers, the leader's page; ông Bình sees nothing."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gandan.dossiers.tests import make as dossiers
from gandan.feedback.models import Feedback

from . import boxes, make

pytestmark = pytest.mark.django_db
PLACES = (
    "", "?q=via+he", "?loc=qua-han", "?loc=cua-toi", "?kenh=web&linh-vuc=giao_thong&xep=moi", "ghi/", "so/", "hom-thu/",
    "hom-thu/them/", "tuan/", "tuan/them/", "tuyen/", "tuyen/them/", "don-vi/", "?dang=csv", "?dang=xlsx", "so/?dang=xlsx",
)  # fmt: skip


def test_every_page_opens() -> None:
    one = make.proposed()
    opening, source, street = boxes.opening(), boxes.source(), boxes.street()
    house, walk = boxes.household(street), boxes.a_round(street)
    browser = make.signed_in(make.hoa())
    more = (
        f"{one.pk}/", f"{one.pk}/phieu-de-xuat.pdf", f"hom-thu/{opening.box_id}/", f"hom-thu/{opening.box_id}/mo/",
        f"hom-thu/lan-mo/{opening.pk}/", f"hom-thu/lan-mo/{opening.pk}/bien-ban.pdf", f"hom-thu/lan-mo/{opening.pk}/anh/",
        f"tuan/{source.pk}/", f"tuan/{source.pk}/ghi/", f"tuyen/{street.pk}/", f"tuyen/{street.pk}/ho/",
        f"tuyen/{street.pk}/ho/{house.pk}/", f"tuyen/dot/{walk.pk}/", f"tuyen/dot/{walk.pk}/ho/{house.pk}/", "so/?dang=pdf",
    )  # fmt: skip
    for place in (*PLACES, *more):
        answer = browser.get(f"{make.OFFICER}{place}")
        assert answer.status_code == 200, place
    assert browser.get("/lanh-dao/phan-anh/").status_code == 200
    assert browser.get("/lanh-dao/phan-anh/?dang=xlsx").status_code == 200
    stranger = make.signed_in(make.binh())
    for place in more[:-1]:
        assert stranger.get(f"{make.OFFICER}{place}").status_code == 404, place
    assert make.TEXT not in stranger.get("/lanh-dao/phan-anh/").content.decode()


def test_the_whole_way_by_buttons() -> None:
    make.promise()
    minh, hoa, nam = (make.signed_in(one) for one in (make.minh(), make.hoa(), make.nam()))
    entered = {"channel": "hotline", "text": "Lấn chiếm vỉa hè", "phone": "0912345118", "press_key": "a"}
    minh.post(f"{make.OFFICER}ghi/", entered)
    one = Feedback.objects.get()
    here = f"{make.OFFICER}{one.pk}/"
    minh.post(f"{here}sang-loc/", {"category": "giao_thong.le_duong"})
    minh.post(f"{here}de-xuat/", {"text": "Giao Phòng Kinh tế", "unit": make.economy().pk})
    assert "Lãnh đạo làm việc này" in minh.get(here).content.decode()
    minh.post(f"{here}chi-dao/", {"lead": make.economy().pk})
    assert make.fresh(one).status == "proposed"
    hoa.post(f"{here}chi-dao/", {"lead": make.economy().pk, "others": [make.police().pk], "text": "Làm ngay"})
    nam.post(f"{here}nhan-xu-ly/")
    make.signed_in(make.dung()).post(f"{here}xong-phan-viec/", {"text": "Đã nhắc"})
    nam.post(f"{here}bao-ket-qua/", {"text": "Đã giải tỏa", "photo": make.upload()})
    minh.post(f"{here}tra-loi/", {"text": "Vỉa hè đã thông"})
    minh.post(f"{here}cong-khai/", {"text": "Vỉa hè bị lấn chiếm"})
    last = make.fresh(one)
    assert (last.status, last.is_public, last.received_by) == ("answered", True, make.minh())


def test_the_police_see_only_what_was_given_to_them() -> None:
    make.feedback("Chuyện riêng của xã")
    given = make.directed(make.economy(), make.police())
    dung = make.signed_in(make.dung())
    page = dung.get(f"{make.OFFICER}?loc=tat-ca").content.decode()
    assert (given.code in page, "Chuyện riêng" in page) == (True, False)
    shown = dung.get(f"{make.OFFICER}{given.pk}/").content.decode()
    assert make.PHONE not in shown
    assert dung.get(f"{make.OFFICER}hom-thu/").status_code == 404


def test_many_are_given_at_once() -> None:
    rows = [make.screened(text=f"việc {n}") for n in range(3)] + [make.feedback("chưa sàng lọc")]
    told = {"pk": [one.pk for one in rows], "unit": make.economy().pk}
    page = make.signed_in(make.hoa()).post(f"{make.OFFICER}giao/", told, follow=True).content.decode()
    assert "Đã giao 3 phản ánh" in page
    assert "Mới nhận" in page
    assert make.signed_in(make.minh()).post(f"{make.OFFICER}giao/", told).status_code == 404


def test_the_list_asks_the_same_number_of_statements_for_any_length() -> None:
    browser = make.signed_in(make.hoa())
    counts = []
    for more in (2, 10):
        for number in range(more):
            make.screened(text=f"việc {more} {number}")
        with CaptureQueriesContext(connection) as asked:
            browser.get(make.OFFICER)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_names_are_in_no_file() -> None:
    make.feedback()
    body = make.signed_in(make.hoa()).get(f"{make.OFFICER}?dang=csv").content.decode()
    assert (make.TEXT in body, make.NAME in body, make.PHONE in body) == (True, False, False)


def test_a_source_answers_by_its_own_address() -> None:
    one, browser = boxes.source(), Client()
    assert "không có ý kiến" in browser.get(f"/y-kien-tuan/{one.key}/").content.decode()
    browser.post(f"/y-kien-tuan/{one.key}/", {"opinions": "Đèn tắt\r\n\r\nĐường hỏng"})
    assert Feedback.objects.filter(channel="weekly").count() == 2
    assert browser.get("/y-kien-tuan/khong-co/").status_code == 404


def test_about_a_dossier_from_its_tracking_page() -> None:
    dossier, browser = dossiers.dossier(), Client()
    make.promise()
    address = f"/phan-anh/ho-so/{dossier.key}/"
    assert browser.get(address).status_code == 200
    for _ in range(2):
        browser.post(address, {"ask": "sooner", "text": "Cần sớm để đi học", "press_key": "k1"})
    one = Feedback.objects.get()
    assert (one.dossier, one.status, one.dossier_ask) == (dossier, "directed", "sooner")
    assert "Đã giao đơn vị" in browser.get(address).content.decode()
