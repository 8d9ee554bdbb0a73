"""Another name or head of a hamlet."""

import pytest
from django.test import Client
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.places.actions import add_hamlet, edit_hamlet
from gandan.places.models import Agency
from gandan.places.tests.make import hamlet_row

pytestmark = pytest.mark.django_db


def test_it_works(clerk: Client, chi_minh: Agency) -> None:
    hamlet = add_hamlet(chi_minh, hamlet_row("An Trì"))
    page = reverse("places:edit_hamlet", args=[hamlet.pk])
    assert "An Trì" in clerk.get(page).content.decode()

    clerk.post(page, {"kind": "thon", "name": "An Trì Đông", "head_name": "", "head_phone": ""})

    hamlet.refresh_from_db()
    assert hamlet.name == "An Trì Đông"
    assert Entry.objects.about(hamlet).get(kind="HamletEdited").data["fields"] == ["name"]


def test_nothing_changed_is_not_told(chi_minh: Agency) -> None:
    hamlet = add_hamlet(chi_minh, hamlet_row("An Trì"))

    edit_hamlet(hamlet, hamlet_row("An Trì"))

    assert not Entry.objects.filter(kind="HamletEdited").exists()


def test_a_name_of_another_is_refused(chi_minh: Agency) -> None:
    add_hamlet(chi_minh, hamlet_row("An Trì"))
    other = add_hamlet(chi_minh, hamlet_row("Cổ Pháp"))

    with pytest.raises(RuleBroken, match="đã có Thôn An Trì"):
        edit_hamlet(other, hamlet_row("An Trì"))
