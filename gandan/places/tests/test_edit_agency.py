"""Contact data of the offices of a commune."""

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.people.models import User
from gandan.places.actions import edit_agency
from gandan.places.directory import serving_communes
from gandan.places.models import Agency
from gandan.places.tests import make

pytestmark = pytest.mark.django_db
TYPED = {"phone": "0220 3000 101", "email": "vp@chiminh.vn", "address": "Thôn An Trì", "identifier": "000.31.52.H24"}


def test_it_works(clerk: Client, chi_minh: Agency) -> None:
    page = reverse("places:edit_agency", args=["11131"])
    assert "Tên cơ quan" not in clerk.get(page).content.decode()

    answer = clerk.post(page, TYPED, follow=True)

    assert "0220 3000 101" in answer.content.decode()
    assert serving_communes()["11131"].identifier == "000.31.52.H24"
    assert Entry.objects.about(chi_minh).get(kind="AgencyEdited").data["fields"] == [
        "address", "email", "identifier", "phone",
    ]  # fmt: skip


def test_a_partner_gets_its_real_name(clerk: Client) -> None:
    page = reverse("places:edit_agency", args=["11131-THUE"])
    clerk.post(page, {"name": "Thuế cơ sở 9", "phone": "", "email": "", "address": ""})

    assert Agency.objects.get(code="11131-THUE").folded_name == "thue co so 9"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"phone": "gọi sau"}, "không đúng", id="telephone"),
        pytest.param({"email": "vp@"}, "Thư điện tử chưa đúng", id="e-mail"),
        pytest.param({"identifier": "H24"}, "dạng 000.31.52.H24", id="identifier"),
        pytest.param({"identifier": "001.08.13.H24"}, "đang là của Xã Thanh Hà", id="identifier of another"),
    ],
)
def test_the_form_says_what_is_wrong(clerk: Client, changes: dict[str, str], said: str) -> None:
    make.commune("10813", "Xã Thanh Hà")

    answer = clerk.post(reverse("places:edit_agency", args=["11131"]), TYPED | changes)

    assert said in answer.content.decode()
    assert Agency.objects.get(code="11131").phone == ""


def test_the_name_of_a_state_unit_is_not_ours_to_change(chi_minh: Agency, van: User) -> None:
    with pytest.raises(RuleBroken, match="danh mục của Nhà nước"):
        edit_agency(chi_minh, by=van, name="Xã Khác")


def test_two_agencies_never_share_an_identifier(chi_minh: Agency) -> None:
    with pytest.raises(IntegrityError):
        Agency.objects.filter(code="11131-CA").update(identifier=chi_minh.identifier)


def test_binh_of_another_commune_sees_and_changes_nothing(binh: Client, chi_minh: Agency) -> None:
    assert "Công an xã Chí Minh" not in binh.get(reverse("places:agency")).content.decode()
    for code in (chi_minh.code, "11131-CA"):
        assert binh.get(reverse("places:edit_agency", args=[code])).status_code == 404
        assert binh.post(reverse("places:edit_agency", args=[code]), TYPED).status_code == 404
    assert Agency.objects.get(code="11131").phone == ""


def test_reception_reads_but_does_not_write(reception: Client) -> None:
    assert "Công an xã Chí Minh" in reception.get(reverse("places:agency")).content.decode()
    assert reception.get(reverse("places:edit_agency", args=["11131"])).status_code == 404
