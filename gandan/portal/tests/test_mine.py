"""“Hồ sơ của tôi”: mine and nobody else's."""

import pytest
from django.test import Client

from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make
from gandan.dossiers.workflow import Status
from gandan.people.models import User
from gandan.portal.mine import dossier_rows, dossiers_of, drafts_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan() -> User:
    make.commune()
    return make.citizen()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_strangers_are_led_to_sign_in() -> None:
    make.commune()
    answer = Client().get("/cong-dan/")
    assert answer.status_code == 302
    assert "next=/cong-dan/" in answer.headers["Location"]


def test_a_newcomer_is_shown_the_way(lan: User) -> None:
    page = signed_in(lan).get("/cong-dan/").content.decode()
    assert "Chưa có hồ sơ nào." in page


def test_only_my_dossiers(lan: User) -> None:
    version = make.version()
    make.dossier(of=version, owner=lan)
    make.dossier(of=version, owner=make.citizen("Trần Văn Ba", "0987654321"))
    mine = Dossier.objects.get(owner=lan)
    page = signed_in(lan).get("/cong-dan/").content.decode()
    assert mine.code in page
    assert page.count("261123-") == 1


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.REGISTERED, "Trung tâm xem và trả lời trước"),
        (Status.PROCESSING, "Nhận kết quả:"),
        (Status.SUPPLEMENT, "Gửi giấy tờ còn thiếu trước"),
        (Status.SETTLED, "Đã có kết quả"),
        (Status.REFUSED, "Đất thuộc xã Tứ Kỳ"),
    ],
)
def test_each_state_says_what_comes_next(lan: User, status: Status, words: str) -> None:
    make.dossier(status, owner=lan)
    assert words in signed_in(lan).get("/cong-dan/").content.decode()


def test_late_is_said_while_the_office_holds_it(lan: User) -> None:
    make.dossier(Status.PROCESSING, owner=lan)
    one = dossiers_of(lan).get()
    assert dossier_rows([one], make.moment(30, 9))[0].look == "late"
    assert dossier_rows([one], make.MONDAY)[0].look == "go"


def test_a_draft_goes_on_where_it_stopped(lan: User) -> None:
    make.draft(owner=lan, is_filled=False)
    (mine,) = drafts_of(lan)
    assert mine.step.slug == "nguoi-nop"


def test_a_filed_draft_is_no_draft(lan: User) -> None:
    make.dossier(owner=lan)
    assert drafts_of(lan) == []


def test_home_shows_the_latest_three(lan: User) -> None:
    version = make.version()
    for _ in range(4):
        make.dossier(of=version, owner=lan)
    page = signed_in(lan).get("/").content.decode()
    assert "Hồ sơ của tôi" in page
    assert page.count("261123-") == 3
