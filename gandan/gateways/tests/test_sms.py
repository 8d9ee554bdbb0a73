"""Text messages: the outbox of this machine, a supplier over real HTTP, the fake that remembers."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from gandan.gateways.sms import SmsFailed, sms_gateway
from gandan.gateways.sms.fake import FakeSms
from gandan.gateways.sms.outbox import newest_messages

TEXT = "Hồ sơ của bà Lan đã có kết quả"


class Supplier(HTTPServer):
    """Answers with `status`, remembers what was asked."""

    status = 202

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.asked: list[tuple[str, dict[str, Any]]] = []


class _Answer(BaseHTTPRequestHandler):
    server: Supplier

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.headers["Authorization"], body))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Quiet."""


def at(settings: Settings, *addresses: str) -> None:
    """Suppliers over HTTP, in order."""
    names = [f"sms-{number}" for number, _ in enumerate(addresses, 1)]
    settings.SMS_GATEWAY = "gandan.gateways.sms.carried.CarriedSms"
    settings.SMS_SUPPLIERS = {
        name: {"url": url, "token": "khoa-thu", "secret": ""} for name, url in zip(names, addresses, strict=True)
    }
    settings.CARRIERS = {"sms": dict.fromkeys(names, "gandan.gateways.carriers.http.HttpCarrier")}


@pytest.fixture
def supplier(settings: Settings) -> Iterator[Supplier]:
    server = Supplier()
    thread = threading.Thread(target=server.serve_forever, args=[0.01])
    thread.start()
    at(settings, f"http://127.0.0.1:{server.server_port}/gui")
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_live_adapter_speaks_the_contract(supplier: Supplier) -> None:
    sms_gateway().send(to="0912345118", text=TEXT)
    sms_gateway().send(to="0912345118", text=TEXT)
    (authorization, first), (_, second) = supplier.asked
    assert authorization == "Bearer khoa-thu"
    assert (first["to"], first["text"]) == ("84912345118", TEXT)
    assert first["id"] != second["id"]


@pytest.mark.parametrize(
    ("status", "permanent"),
    [(400, True), (401, True), (408, False), (422, True), (429, False), (500, False), (503, False)],
)
def test_refusals_say_whether_trying_again_helps(supplier: Supplier, status: int, permanent: bool) -> None:
    supplier.status = status
    with pytest.raises(SmsFailed, match=str(status)) as failed:
        sms_gateway().send(to="0912345118", text=TEXT)
    assert failed.value.permanent is permanent


def test_a_supplier_that_is_gone_is_a_passing_failure(settings: Settings) -> None:
    at(settings, "http://127.0.0.1:9/")
    with pytest.raises(SmsFailed) as failed:
        sms_gateway().send(to="0912345118", text=TEXT)
    assert not failed.value.permanent


def test_the_second_supplier_carries_codes_when_the_first_is_gone(supplier: Supplier, settings: Settings) -> None:
    at(settings, "http://127.0.0.1:9/", f"http://127.0.0.1:{supplier.server_port}/")
    sms_gateway().send(to="0912345118", text=TEXT)
    assert len(supplier.asked) == 1


def test_only_web_addresses_are_called(settings: Settings) -> None:
    at(settings, "file:///etc/passwd")
    with pytest.raises(SmsFailed, match="http") as failed:
        sms_gateway().send(to="0912345118", text=TEXT)
    assert failed.value.permanent


def test_the_outbox_keeps_messages_newest_first(settings: Settings, tmp_path: Path) -> None:
    settings.SMS_GATEWAY, settings.OUTBOX_DIR = "gandan.gateways.sms.outbox.OutboxSms", tmp_path
    for number in range(3):
        sms_gateway().send(to="0912345118", text=f"{TEXT} {number}")
    assert [one["text"][-1] for one in newest_messages(limit=2)] == ["2", "1"]
    assert (tmp_path / "sms").stat().st_mode & 0o777 == 0o700


def test_an_outbox_that_cannot_be_written_fails_honestly(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "sms").write_text("một tệp, không phải thư mục")
    settings.SMS_GATEWAY, settings.OUTBOX_DIR = "gandan.gateways.sms.outbox.OutboxSms", tmp_path
    with pytest.raises(SmsFailed):
        sms_gateway().send(to="0912345118", text=TEXT)


def test_the_fake_remembers_and_fails_when_told(settings: Settings) -> None:
    settings.SMS_GATEWAY = "gandan.gateways.sms.fake.FakeSms"
    FakeSms.forget()
    sms_gateway().send(to="0912345118", text=TEXT)
    assert FakeSms.sent == [("0912345118", TEXT)]
    FakeSms.failure = SmsFailed("hết tiền")
    with pytest.raises(SmsFailed, match="hết tiền"):
        sms_gateway().send(to="0912345118", text=TEXT)
    FakeSms.forget()
