"""The register of those who are met once a year."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue.models import Notable

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    sent = {"name": "Cụ Thọ", "kind": "prestigious", "about": "Trưởng họ", "is_listed": "on"}
    make.signed_in(make.thu()).post("/can-bo/doi-thoai/nguoi-uy-tin/them/", sent)
    one = Notable.objects.get()
    make.signed_in(make.thu()).post(f"/can-bo/doi-thoai/nguoi-uy-tin/{one.pk}/", sent | {"name": "Cụ Thọ Mỹ Ân"})
    assert Notable.objects.get().name == "Cụ Thọ Mỹ Ân"


def test_twice_the_same() -> None:
    make.notable()
    with pytest.raises(RuleBroken, match="đã có"):
        make.notable()
