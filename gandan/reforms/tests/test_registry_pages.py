"""The list of models and one model on screen, for officers and for the province."""

import pytest
from django.test import Client

from gandan.people.models import User
from gandan.reforms import actions
from gandan.reforms.models import Reform
from gandan.reforms.tests import make
from gandan.reforms.workflow import Status

pytestmark = pytest.mark.django_db
HERE, ABOVE = "/can-bo/mo-hinh/", "/lanh-dao/mo-hinh/"
THURSDAY = "ngay-thu-nam-khong-hen"


@pytest.fixture
def shipped() -> None:
    actions.load_shipped(now=make.NOW)


@pytest.fixture
def minh() -> User:
    return make.clerk()


def words(client: Client, address: str, **asked: str) -> str:
    answer = client.get(address, asked)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.usefixtures("shipped")
def test_it_works(minh: User) -> None:
    page = words(make.signed_in(minh), HERE)
    assert "54 mô hình" in page
    assert "Trợ lý ảo xã Tân Minh" in page
    assert "Trang sau" in page


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize(
    ("asked", "is_there", "is_not"),
    [
        pytest.param({"q": "thu nam khong hen"}, "Ngày thứ năm không hẹn", "Ngày không chờ", id="words without marks"),
        pytest.param({"linh-vuc": "Liên thông"}, "3 trong 1", "Máy APS", id="field"),
        pytest.param({"van-ban": "500/UBND-VHXH"}, "Trợ lý ảo xã Tân Minh", "Máy APS", id="document"),
        pytest.param({"goi": "co"}, "4 tại chỗ", "Xã Tân Minh", id="with a package"),
        pytest.param({"goi": "chua"}, "Trợ lý ảo xã Tân Minh", "4 tại chỗ", id="package to come"),
        pytest.param(
            {"cntt": "1", "q": "tien ich"}, "Không có mô hình nào khớp", "12 tiện ích miễn phí", id="technology"
        ),
        pytest.param({"cap": "district", "q": "ngay"}, "Ngày thứ năm không hẹn", "Ngày thứ 7", id="level"),
        pytest.param({"buoc": "piloting"}, "01 ngày/tuần", "Máy APS", id="status"),
    ],
)
def test_filters(minh: User, asked: dict[str, str], is_there: str, is_not: str) -> None:
    page = words(make.signed_in(minh), HERE, **asked)
    listed = page[page.index("<main") :]
    assert is_there in listed
    assert is_not not in listed


@pytest.mark.usefixtures("shipped")
def test_technology_stands_first(minh: User) -> None:
    page = words(make.signed_in(minh), HERE, **{"van-ban": "500/UBND-VHXH"})
    assert page.index("Trợ lý ảo xã Tân Minh") < page.index("12 tiện ích miễn phí")


@pytest.mark.usefixtures("shipped")
def test_nonsense_asks_for_nothing(minh: User) -> None:
    assert "Mô hình" in words(make.signed_in(minh), HERE, xep="'; drop", page="zz", goi="?")


@pytest.mark.usefixtures("shipped")
def test_the_page_of_a_model(minh: User) -> None:
    page = words(make.signed_in(minh), f"{HERE}{THURSDAY}/")
    assert "Thành phố Sa Đéc, tỉnh Đồng Tháp, 2023" in page
    assert "254/UBND-HC" in page
    assert "Thông báo cho người dân" in page


@pytest.mark.usefixtures("shipped")
def test_a_difference_to_the_document_is_flagged(minh: User) -> None:
    page = words(make.signed_in(minh), f"{HERE}ho-tro-qua-zalo-hiep-thanh/")
    assert "69,4%" in page
    assert "69,47%" in page
    assert "lệch so với văn bản" in page
    assert "185 lượt người quan tâm" in page


@pytest.mark.usefixtures("shipped")
def test_a_unit_without_figure_is_empty_not_zero(minh: User) -> None:
    page = words(make.signed_in(minh), f"{HERE}ngay-khong-viet/")
    assert "Bộ phận Tiếp nhận và Trả kết quả thành phố" in page
    assert "chưa có số" in page
    assert "lệch so với văn bản" not in page


@pytest.mark.usefixtures("shipped")
def test_a_package_to_come_says_what_it_needs(minh: User) -> None:
    page = words(make.signed_in(minh), f"{HERE}tro-ly-ao-tan-minh/")
    assert "Gói cài đặt: sẽ có" in page
    assert "trợ lý ảo và kho tri thức" in page


@pytest.mark.usefixtures("shipped")
def test_a_text_is_read_with_the_name_of_the_unit_and_taken_home(minh: User) -> None:
    client = make.signed_in(minh)
    assert "Xã Chí Minh thực hiện" in words(client, f"{HERE}{THURSDAY}/van-ban/notice/")
    answer = client.get(f"{HERE}{THURSDAY}/van-ban/notice/", {"tep": "docx"})
    assert answer.content.startswith(b"PK")
    assert client.get(f"{HERE}{THURSDAY}/van-ban/khong-co/").status_code == 404


@pytest.mark.usefixtures("shipped")
def test_the_province_reads_it_too() -> None:
    client = make.signed_in(make.above())
    assert "mô hình" in words(client, ABOVE)
    assert "Ngày thứ năm không hẹn" in words(client, f"{ABOVE}{THURSDAY}/")


def test_an_idea_of_another_commune_is_not_found() -> None:
    make.reform("y-rieng", "Ý riêng", status=Status.IDEA, proposed_by=make.commune())
    binh = make.clerk(make.other_commune(), "binh")
    assert make.signed_in(binh).get(f"{HERE}y-rieng/").status_code == 404
    assert "Ý riêng" not in words(make.signed_in(binh), HERE)


def test_every_shipped_model_opens(minh: User) -> None:
    actions.load_shipped(now=make.NOW)
    client = make.signed_in(minh)
    broken = [one.code for one in Reform.objects.all() if client.get(f"{HERE}{one.code}/").status_code != 200]
    assert broken == []
