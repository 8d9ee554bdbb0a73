"""Which commune contains a position."""

import json

import pytest
from django.conf import settings

from gandan.places.bounds import Box, bounds_in, commune_at

FILE = settings.BASE_DIR.parent / "shared" / "data" / "boundaries_haiphong.geojson"


def test_a_point_outside_the_country_is_nobodys() -> None:
    assert commune_at("31", 48.85, 2.35) == ""
    assert commune_at("99", 20.8, 106.4) == ""
    assert commune_at("../31", 20.8, 106.4) == ""


def test_a_box_grows_on_every_side() -> None:
    box = Box(0, 0, 10, 20)
    assert box.wider(0.1) == Box(-1, -2, 11, 22)
    assert (box.meets(Box(9, 19, 30, 30)), box.meets(Box(11, 0, 12, 1))) == (True, False)


@pytest.mark.skipif(not FILE.is_file(), reason="the trial data is not here")
def test_the_representative_point_of_every_commune_lies_in_it() -> None:
    rows = json.loads(FILE.read_text())["features"]
    told = [one["properties"] for one in rows]
    found = {one["ward_code"]: commune_at("31", one["rep_lat"], one["rep_lon"]) for one in told}
    assert len(bounds_in("31")) == len(told)
    assert [code for code, at in found.items() if code != at] == []
