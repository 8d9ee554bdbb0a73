"""Open311 GeoReport v2, by the sample calls and fields that the specification publishes."""

from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from django.test import Client
from pytest_django import Settings

from gandan.feedback import actions
from gandan.feedback.models import Feedback

from . import make

pytestmark = pytest.mark.django_db
API = "/open311/v2"
KEY = "khoa-thu-nghiem"
SERVICE = {"service_code", "service_name", "description", "metadata", "type", "keywords", "group"}
REQUEST = {
    "service_request_id", "status", "status_notes", "service_name", "service_code", "description", "agency_responsible",
    "service_notice", "requested_datetime", "updated_datetime", "expected_datetime", "address", "address_id", "zipcode",
    "lat", "long", "media_url",
}  # fmt: skip
SAMPLE = {
    "api_key": KEY, "jurisdiction_id": "11131", "service_code": "ha_tang.duong", "lat": "20.81851", "long": "106.42808",
    "address_string": "1234 5th street", "email": "smit333@sfgov.edu", "device_id": "tt222111", "account_id": "123456",
    "first_name": "john", "last_name": "smith", "phone": "111111111",
    "description": "A large sinkhole is destroying the street", "media_url": "http://example.org/a.jpg",
    "attribute[WHISPAWN]": "123456",
}  # fmt: skip
"""The example of the specification, with our commune and one of our services."""


@pytest.fixture(autouse=True)
def _keys(settings: Settings) -> None:
    settings.OPEN311_KEYS = [KEY]
    make.promise()


def _xml(answer: Any, root: str) -> Element:
    assert answer["Content-Type"] == "text/xml; charset=utf-8"
    assert answer.content.startswith(b'<?xml version="1.0" encoding="utf-8"?>')
    found = fromstring(answer.content)
    assert found.tag == root
    return found


def _published() -> Feedback:
    one = make.directed()
    actions.note_stuck(one, "chờ đơn vị điện lực", by=make.minh(), now=make.at(hours=3))
    return make.fresh(one)


def test_discovery_and_services() -> None:
    told = Client().get(f"{API}/discovery.json").json()
    assert told["endpoints"][0]["specification"].endswith("GeoReport_v2")
    assert _xml(Client().get(f"{API}/discovery.xml"), "discovery").find("endpoints/endpoint/formats/format") is not None
    rows = _xml(Client().get(f"{API}/services.xml?jurisdiction_id=11131"), "services")
    assert {child.tag for child in rows[0]} == SERVICE
    listed = Client().get(f"{API}/services.json").json()
    assert set(listed[0]) == SERVICE
    assert listed[0]["metadata"] is False
    definition = Client().get(f"{API}/services/ha_tang.cong.json").json()
    assert definition == {"service_code": "ha_tang.cong", "attributes": []}
    assert _xml(Client().get(f"{API}/services/ha_tang.cong.xml"), "service_definition").findtext("service_code")


def test_the_sample_post_makes_one_request() -> None:
    answer = Client().post(f"{API}/requests.json", SAMPLE)
    (row,) = answer.json()
    one = Feedback.objects.get()
    assert (answer.status_code, row["service_request_id"]) == (201, one.code)
    assert "cam kết của xã" in row["service_notice"]
    again = _xml(Client().post(f"{API}/requests.xml", SAMPLE), "service_requests")
    assert again.findtext("request/service_request_id") == one.code
    assert (Feedback.objects.count(), one.channel, one.sender_name) == (1, "open311", "smith john")
    told = Client().get(f"{API}/tokens/{one.key}.json").json()
    assert told == [{"service_request_id": one.code, "token": one.key}]
    assert Client().get(f"{API}/requests/{one.code}.json").status_code == 404
    shown = Client().get(f"{API}/requests/{one.code}.json?api_key={KEY}").json()[0]
    assert "sinkhole" not in shown["description"]
    assert shown["address"] is None


def test_requests_are_told_without_names() -> None:
    one = _published()
    answer = Client().get(
        f"{API}/requests.json?status=open&start_date=2026-11-01T00:00:00Z&end_date=2026-11-30T00:00:00%2B07:00"
    )
    (row,) = answer.json()
    assert set(row) == REQUEST
    assert (row["status"], row["agency_responsible"]) == ("open", "Phòng Kinh tế")
    assert one.promise_due_at is not None
    assert row["expected_datetime"] == "2026-11-26T09:00:00+07:00"
    assert "điện lực" in row["status_notes"]
    assert make.NAME not in answer.content.decode()
    assert make.PHONE not in answer.content.decode()
    xml = _xml(Client().get(f"{API}/requests/{one.code}.xml"), "service_requests")
    assert {child.tag for child in xml[0]} == REQUEST
    closed = make.answered()
    assert [row["service_request_id"] for row in Client().get(f"{API}/requests.json?status=closed").json()] == [
        closed.code
    ]
    both = Client().get(f"{API}/requests.json?service_request_id={one.code},{closed.code}&status=open").json()
    assert len(both) == 2
    assert Client().get(f"{API}/requests.json?service_code=thu_tuc").json() == []
    assert len(Client().get(f"{API}/requests.json?page=2&page_size=1").json()) == 1


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"api_key": ""}, 403), ({"api_key": "sai"}, 403), ({"service_code": ""}, 400), ({"service_code": "001"}, 404),
        ({"jurisdiction_id": "city.gov"}, 404), ({"lat": "", "long": "", "address_string": ""}, 400), ({"lat": "x"}, 400),
        ({"lat": "200"}, 400),
    ],
)  # fmt: skip
def test_errors_of_posting(more: dict[str, str], status: int) -> None:
    answer = Client().post(f"{API}/requests.xml", {**SAMPLE, **more})
    assert answer.status_code == status
    assert _xml(answer, "errors").findtext("error/code") == str(status)
    told = Client().post(f"{API}/requests.json", {**SAMPLE, **more}).json()
    assert told[0]["code"] == status
    assert told[0]["description"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/requests.json?jurisdiction_id=city.gov", 404), ("/requests.json?start_date=hom-qua", 400),
        ("/requests.json?status=lost", 400), ("/services/001.json", 404), ("/requests/PA-1.json", 404), ("/tokens/x.json", 404),
        ("/services.csv", 404),
    ],
)  # fmt: skip
def test_errors_of_reading(address: str, status: int) -> None:
    assert Client().get(f"{API}{address}").status_code == status


def test_where_several_communes_work_the_jurisdiction_is_needed() -> None:
    make.other_commune()
    from gandan.places.directory import forget_serving, serving_communes
    from gandan.places.models import Agency

    Agency.objects.filter(pk=make.other_commune().pk).update(is_serving=True)
    forget_serving()
    assert len(serving_communes()) > 1
    assert Client().get(f"{API}/services.json").status_code == 400
