"""The port of carriers: who stands behind a channel, and what the ones without a network do."""

import json
import socket
from pathlib import Path

import pytest
from django.core import mail
from pytest_django import Settings

from gandan.gateways.carriers import CarrierDown, CarrierRefused, carrier, suppliers_of
from gandan.gateways.carriers.fake import FakeCarrier
from gandan.gateways.sms.outbox import newest_messages


def test_every_channel_has_a_carrier_without_any_setting() -> None:
    assert [suppliers_of(channel) for channel in ("sms", "zalo", "email", "push", "telex")] == [
        ["sms-local"],
        ["zalo-local"],
        ["smtp"],
        ["push"],
        [],
    ]


def test_an_unknown_carrier_is_a_lookup_error() -> None:
    with pytest.raises(LookupError):
        carrier("pigeon")


def test_the_local_carrier_writes_into_the_outbox_of_its_channel(settings: Settings, tmp_path: Path) -> None:
    settings.OUTBOX_DIR = tmp_path
    reference = carrier("zalo-local").send("0912345118", "Mời ông/bà nhận kết quả", "m-1", "T-7", {"ma": "HS-1"})
    assert reference == "outbox:m-1"
    (line,) = newest_messages(channel="zalo")
    assert (line["to"], line["key"], line["template"], line["params"]) == ("0912345118", "m-1", "T-7", {"ma": "HS-1"})
    assert json.dumps(line)


def test_an_outbox_that_cannot_be_written_is_down(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "sms").write_text("một tệp")
    settings.OUTBOX_DIR = tmp_path
    with pytest.raises(CarrierDown):
        carrier("sms-local").send("0912345118", "a", "m-1")


def test_a_letter_keeps_its_message_id_when_tried_again() -> None:
    first = carrier("smtp").send("lan@vi.du", "Hồ sơ đã xong\nMời ông/bà tới", "m-9", params={"subject": "Hồ\r\nsơ"})
    second = carrier("smtp").send("lan@vi.du", "Hồ sơ đã xong", "m-9")
    assert first == second == mail.outbox[0].extra_headers["Message-ID"]
    assert mail.outbox[0].subject == "Hồ sơ"


def test_the_fake_remembers_per_supplier_and_fails_when_told(settings: Settings) -> None:
    settings.CARRIERS = {"sms": dict.fromkeys(("a", "b"), "gandan.gateways.carriers.fake.FakeCarrier")}
    FakeCarrier.forget()
    FakeCarrier.failures["a"] = CarrierRefused("số không đúng")
    with pytest.raises(CarrierRefused):
        carrier("a").send("0912345118", "x", "m-1")
    assert carrier("b").send("0912345118", "x", "m-1") == "b:m-1"
    assert [(one.supplier, one.key) for one in FakeCarrier.sent] == [("b", "m-1")]
    FakeCarrier.forget()


def test_an_answer_that_never_came_may_mean_taken(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gandan.gateways.posting.SECONDS", 0.2)
    settings.CARRIERS = {"sms": {"sms-1": "gandan.gateways.carriers.http.HttpCarrier"}}
    with socket.create_server(("127.0.0.1", 0)) as silent:
        for port, may_have_taken in ((silent.getsockname()[1], True), (9, False)):
            settings.SMS_SUPPLIERS = {"sms-1": {"url": f"http://127.0.0.1:{port}/", "token": "", "secret": ""}}
            with pytest.raises(CarrierDown) as failed:
                carrier("sms-1").send("0912345118", "x", "m-1")
            assert failed.value.may_have_taken is may_have_taken
