"""Somebody says at the QR that they used it."""

import pytest
from django.test import Client

from gandan.premises.models import AmenityUse

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.charging()
    for _ in range(2):
        Client().post(f"/tien-ich/{one.key}/vua-dung/")
    assert AmenityUse.objects.get(amenity=one).count == 2
