"""Taking a hamlet off the list."""

import pytest
from django.test import Client
from django.urls import reverse

from gandan.journal.models import Entry
from gandan.places.actions import add_hamlet, remove_hamlet
from gandan.places.models import Agency, Hamlet
from gandan.places.tests.make import hamlet_row

pytestmark = pytest.mark.django_db


def test_it_works_after_a_question(clerk: Client, chi_minh: Agency) -> None:
    hamlet = add_hamlet(chi_minh, hamlet_row("An Trì"))
    page = reverse("places:remove_hamlet", args=[hamlet.pk])

    assert "Xóa Thôn An Trì?" in clerk.get(page).content.decode()
    assert Hamlet.objects.exists()
    answer = clerk.post(page, follow=True)

    assert "Thêm lại" in answer.content.decode()
    assert not Hamlet.objects.exists()
    assert Entry.objects.filter(kind="HamletRemoved", subject_id=hamlet.pk).exists()


def test_it_can_be_undone(chi_minh: Agency) -> None:
    row = remove_hamlet(add_hamlet(chi_minh, hamlet_row("An Trì", head_name="Lê Văn Hải")))

    assert add_hamlet(chi_minh, row).head_name == "Lê Văn Hải"
