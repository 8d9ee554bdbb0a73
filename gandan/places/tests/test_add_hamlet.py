"""A new hamlet."""

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.people.models import User
from gandan.places.actions import add_hamlet
from gandan.places.models import Agency, Hamlet
from gandan.places.tests import make
from gandan.places.tests.make import hamlet_row

pytestmark = pytest.mark.django_db
TYPED = {"kind": "thon", "name": "An Trì", "head_name": "Lê Văn Hải", "head_phone": "0912 345 678"}


def test_it_works(clerk: Client) -> None:
    answer = clerk.post(reverse("places:add_hamlet"), TYPED, follow=True)

    assert "Đã thêm Thôn An Trì" in answer.content.decode()
    assert "Lê Văn Hải" in answer.content.decode()


def test_the_journal_keeps_who_did_it_and_no_name_of_a_person(chi_minh: Agency, van: User) -> None:
    hamlet = add_hamlet(chi_minh, hamlet_row(head_name="Lê Văn Hải"), by=van)

    entry = Entry.objects.about(hamlet).get()
    assert (entry.actor_id, entry.data) == (van.pk, {"hamlet_id": hamlet.pk, "commune_id": chi_minh.pk})


def test_the_same_name_twice_is_refused_in_one_commune_only(clerk: Client, chi_minh: Agency) -> None:
    add_hamlet(chi_minh, hamlet_row("an trì"))

    with pytest.raises(RuleBroken, match="đã có"):
        add_hamlet(chi_minh, hamlet_row("An Trì"))
    assert "đã có" in clerk.post(reverse("places:add_hamlet"), TYPED).content.decode()

    add_hamlet(make.commune("10813", "Xã Thanh Hà"), hamlet_row("An Trì"))
    assert Hamlet.objects.count() == 2


def test_a_wrong_telephone_is_explained(clerk: Client) -> None:
    answer = clerk.post(reverse("places:add_hamlet"), TYPED | {"head_phone": "không có"})

    assert "số điện thoại “không có” không đúng" in answer.content.decode()


def test_reception_may_not(reception: Client) -> None:
    assert reception.post(reverse("places:add_hamlet"), TYPED).status_code == 404
