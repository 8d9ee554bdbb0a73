import pytest
from django.test import Client
from django.urls import reverse

from gandan.dossiers.tests import make
from gandan.journal.tests.settle import settle
from gandan.notifications.models import Notice
from gandan.people.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def lan() -> User:
    lan = make.citizen()
    make.dossier(owner=lan)
    settle()
    return lan


def test_it_works(client: Client, lan: User) -> None:
    client.force_login(lan)
    page = client.get(reverse("notifications:inbox")).content.decode()
    assert "Trung tâm đã thấy hồ sơ" in page
    assert "Mới" in page
    assert Notice.objects.get().read_at is not None
    assert ">Mới<" not in client.get(reverse("notifications:inbox")).content.decode()


def test_another_citizen_sees_nothing_of_it(client: Client, lan: User) -> None:
    client.force_login(make.citizen("Trần Văn Bình", "0987654321"))
    page = client.get(reverse("notifications:inbox")).content.decode()
    assert "Chưa có thư nào." in page
    assert Notice.objects.get().read_at is None


def test_strangers_are_asked_to_sign_in(client: Client) -> None:
    answer = client.get(reverse("notifications:inbox"))
    assert answer["Location"].startswith(reverse("people:citizen_sign_in"))
