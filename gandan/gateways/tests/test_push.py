"""Web push, against a push service on a real socket that checks who we are and reads what the browser would read."""

import base64
import json
import os
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import http_ece
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives import serialization as coding
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from gandan.gateways import actions
from gandan.gateways.carriers import CarrierDown, CarrierRefused, carrier
from gandan.gateways.models import PushSubscription
from gandan.gateways.push import keys
from gandan.people.models import User
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db


def b64(octets: bytes) -> str:
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def plain(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Service(HTTPServer):
    """One browser's push service. `seen` are the messages as the browser decrypts them."""

    status = 201

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.key, self.auth = ec.generate_private_key(ec.SECP256R1()), os.urandom(16)
        self.seen: list[dict[str, Any]] = []
        self.topics: list[str] = []

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def browser(self, path: str = "/push/abc") -> actions.Browser:
        point = self.key.public_key().public_bytes(coding.Encoding.X962, coding.PublicFormat.UncompressedPoint)
        return actions.Browser(self.origin + path, b64(point), b64(self.auth))

    def check(self, headers: Any, body: bytes) -> int:
        """RFC 8292 and 8030: a signed token for us and not for long, a lifetime, one encrypted record."""
        scheme, _, rest = headers["Authorization"].partition(" ")
        given = dict(one.strip().split("=", 1) for one in rest.split(","))
        head, claims, signature = given["t"].split(".")
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), plain(given["k"]))
        raw = plain(signature)
        signed = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
        key.verify(signed, f"{head}.{claims}".encode(), ec.ECDSA(hashes.SHA256()))
        said = json.loads(plain(claims))
        assert scheme == "vapid"
        assert given["k"] == keys.public_key(), "the key the browser subscribed with"
        assert said["aud"] == self.origin
        assert said["sub"].startswith(("mailto:", "https:"))
        assert time.time() < said["exp"] <= time.time() + 24 * 3600
        assert int(headers["TTL"]) >= 0
        assert headers["Content-Encoding"] == "aes128gcm"
        assert len(body) <= 4096
        self.topics.append(headers["Topic"])
        assert len(self.topics[-1]) <= 32
        self.seen.append(json.loads(http_ece.decrypt(body, private_key=self.key, auth_secret=self.auth)))
        return self.status


class _Answer(BaseHTTPRequestHandler):
    server: Service

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            status = self.server.check(self.headers, body)
        except Exception:
            status = 400
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Quiet."""


@pytest.fixture
def service(settings: Settings, tmp_path: Path) -> Iterator[Service]:
    server = Service()
    thread = threading.Thread(target=server.serve_forever, args=[0.01])
    thread.start()
    settings.PUSH_HOSTS, settings.DATA_DIR = [server.origin], tmp_path
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def lan() -> User:
    people.commune()
    return people.citizen()


def send(to: User, text: str = "Hồ sơ của bà đã có kết quả.") -> str:
    return carrier("push").send(str(to.pk), text, "m-1", params={"subject": "Hồ sơ đã xong", "link": "/ho-so/x/"})


def test_the_browser_reads_what_the_service_cannot(service: Service, lan: User) -> None:
    actions.subscribe(lan, service.browser(), now=timezone.now())
    assert send(lan) == "push:m-1"
    send(lan)
    told = service.seen[0]
    assert (told["title"], told["text"], told["link"]) == ("Hồ sơ đã xong", "Hồ sơ của bà đã có kết quả.", "/ho-so/x/")
    assert service.topics[0] == service.topics[1] == told["tag"], "a second try replaces the first"


def test_a_long_text_is_cut_to_what_services_take(service: Service, lan: User) -> None:
    actions.subscribe(lan, service.browser(), now=timezone.now())
    send(lan, "Đường ngập " * 1000)
    assert service.seen[0]["text"].startswith("Đường ngập")


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_forgotten(service: Service, lan: User, status: int) -> None:
    actions.subscribe(lan, service.browser(), now=timezone.now())
    service.status = status
    with pytest.raises(CarrierRefused):
        send(lan)
    assert not PushSubscription.objects.exists()


@pytest.mark.parametrize(("status", "failure"), [(429, CarrierDown), (503, CarrierDown), (413, CarrierRefused)])
def test_other_answers_keep_the_browser(service: Service, lan: User, status: int, failure: type[Exception]) -> None:
    actions.subscribe(lan, service.browser(), now=timezone.now())
    service.status = status
    with pytest.raises(failure):
        send(lan)
    assert PushSubscription.objects.count() == 1


def test_a_service_that_is_gone_is_down(service: Service, lan: User, settings: Settings) -> None:
    settings.PUSH_HOSTS = ["http://127.0.0.1:9"]
    browser = service.browser()
    away = actions.Browser("http://127.0.0.1:9/x", browser.p256dh, browser.auth)
    actions.subscribe(lan, away, now=timezone.now())
    with pytest.raises(CarrierDown):
        send(lan)


def test_nobody_subscribed(service: Service, lan: User) -> None:
    with pytest.raises(CarrierRefused):
        send(lan)
    with pytest.raises(CarrierRefused):
        carrier("push").send("0912345118", "x", "m-1")


def test_our_key_is_made_once_and_closed_to_others(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    first = keys.public_key()
    keys._read.cache_clear()
    assert keys.public_key() == first
    assert (tmp_path / "vapid.pem").stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["vapid.pem"]


def form(browser: actions.Browser, **change: str) -> dict[str, str]:
    return {"endpoint": browser.endpoint, "p256dh": browser.p256dh, "auth": browser.auth, **change}


def test_a_citizen_subscribes_and_unsubscribes_on_the_page(service: Service, lan: User, client: Client) -> None:
    client.force_login(lan)
    for _ in range(2):
        assert client.post("/cong-dan/bao-tin/dang-ky/", form(service.browser())).status_code == 204
    assert PushSubscription.objects.get().user == lan
    assert client.post("/cong-dan/bao-tin/thoi/", form(service.browser())).status_code == 204
    assert not PushSubscription.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"endpoint": "http://169.254.169.254/latest"},
        {"endpoint": "https://fcm.googleapis.com.xau.vi.du/x"},
        {"endpoint": "https://a@fcm.googleapis.com:22/x"},
        {"p256dh": "AAAA"},
        {"p256dh": b64(b"\x04" + b"\x01" * 64)},
        {"auth": "không"},
        {"auth": ""},
    ],
    ids=str,
)
def test_what_no_browser_hands_out_is_refused(
    service: Service, lan: User, client: Client, settings: Settings, change: dict[str, str]
) -> None:
    settings.PUSH_HOSTS = [*settings.PUSH_HOSTS, "fcm.googleapis.com"]
    client.force_login(lan)
    assert client.post("/cong-dan/bao-tin/dang-ky/", form(service.browser(), **change)).status_code == 400
    assert not PushSubscription.objects.exists()


def test_only_citizens_subscribe(service: Service, client: Client) -> None:
    people.commune()
    assert client.post("/cong-dan/bao-tin/dang-ky/", form(service.browser())).status_code == 302


def test_the_worker_script_is_served_from_the_root(client: Client) -> None:
    people.commune()
    answer = client.get("/bao-tin.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert b"showNotification" in answer.content
