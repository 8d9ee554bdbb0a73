"""S0.39: a supporter shows where to rate; the opening on the citizen's telephone is counted."""

import pytest
from django.test import Client

from gandan.surveys.models import GuideOpening

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client, clock: object) -> None:
    make.commune()
    for _ in range(2):
        assert client.get("/khao-sat/?tu=ho-tro").status_code == 200
    client.get("/khao-sat/?tu=khong-biet")
    assert [(one.source, one.count) for one in GuideOpening.objects.all()] == [("help", 2)]
    assert "Đã mở 2 lần" in make.signed_in(make.tam()).get(make.OFFICER).content.decode()
