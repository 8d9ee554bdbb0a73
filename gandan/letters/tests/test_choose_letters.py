"""A citizen says which letters they want."""

import pytest

from gandan.dossiers.tests.make import citizen
from gandan.letters.models import LetterRefusal

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    make.commune()
    me = make.signed_in(citizen())
    me.post("/cong-dan/thu-cua-xa/", {"wanted": ["marriage"]})
    assert set(LetterRefusal.objects.values_list("kind", flat=True)) == {"birth", "condolence"}
    me.post("/cong-dan/thu-cua-xa/", {"wanted": ["marriage", "birth", "condolence"]})
    assert not LetterRefusal.objects.exists()
