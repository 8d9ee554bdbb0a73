"""The QR of a leaflet leads to the procedures and is counted."""

import pytest
from django.test import Client

from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    listing = make.listing("Tờ hướng dẫn", purpose="leaflets", age_from=None, is_without_recipients=False)
    given = actions.plan_leaflets(listing, make.hamlet(), households=10, by=make.hoa(), now=make.NOW)
    for _ in range(3):
        assert Client().get(f"/to-huong-dan/{given.key}/")["Location"] == "/thu-tuc/"
    given.refresh_from_db()
    assert given.scans == 3


def test_an_unknown_key() -> None:
    make.commune()
    assert Client().get("/to-huong-dan/khong-co/").status_code == 404
