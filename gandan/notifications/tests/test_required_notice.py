"""A result that must be told: Zalo refuses the number, the first SMS supplier is dead, the second delivers, the case shows it.

Zalo and the suppliers are real HTTP servers of this process that enforce their contracts; the receipt comes by the signed door.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make, office
from gandan.dossiers.workflow import Status
from gandan.gateways.signing import sign
from gandan.gateways.tests.zalo_double import zalo_at
from gandan.journal.tests.settle import settle
from gandan.notifications.actions import write_text
from gandan.notifications.drafts import TextDraft
from gandan.notifications.models import Notice
from gandan.people.models import Role

pytestmark = pytest.mark.django_db(transaction=True)
WITHOUT_ZALO = "0900000118"
SECRET, TOKEN = "bi-mat", "the-vao-cua"
DEAD = "http://127.0.0.1:9/"
CARRIERS = "gandan.gateways.carriers"


class Supplier(ThreadingHTTPServer):
    """Takes text messages by our documented contract, and nothing else."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.taken: dict[str, dict[str, Any]] = {}


class _Answer(BaseHTTPRequestHandler):
    server: Supplier

    def do_POST(self) -> None:
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        is_right = set(told) == {"id", "to", "text"} and told["to"].startswith("84")
        if self.headers.get("Authorization") != f"Bearer {TOKEN}" or not is_right:
            self._say(400, {})
            return
        self.server.taken[told["id"]] = told
        self._say(202, {"reference": f"tin-{len(self.server.taken)}"})

    def _say(self, status: int, told: dict[str, Any]) -> None:
        body = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def supplier(settings: Settings) -> Iterator[Supplier]:
    """The second supplier; the first is dead, and Zalo knows everybody but one."""
    server = Supplier()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    settings.SMS_SUPPLIERS = {
        "sms-1": {"url": DEAD, "token": TOKEN, "secret": SECRET},
        "sms-2": {"url": address, "token": TOKEN, "secret": SECRET},
    }
    with zalo_at(settings):
        settings.CARRIERS = {
            "zalo": {"zalo-zns": f"{CARRIERS}.zalo.ZnsCarrier", "zalo-oa": f"{CARRIERS}.zalo.OaCarrier"},
            "sms": {name: f"{CARRIERS}.http.HttpCarrier" for name in settings.SMS_SUPPLIERS},
        }
        yield server
    server.shutdown()
    server.server_close()


def receipt(reference: str, state: str) -> Any:
    body = json.dumps({"reference": reference, "state": state}).encode()
    stamp = str(int(timezone.now().timestamp()))
    headers = {"X-Timestamp": stamp, "X-Signature": sign(SECRET, stamp, body)}
    return Client().post("/webhook/sms/sms-2/", body, content_type="application/json", headers=headers)


def approved_words() -> TextDraft:
    """The commune's own words, with the text Zalo has approved."""
    return TextDraft(
        "Đã có kết quả hồ sơ [mã hồ sơ]", "Mời [người nộp] đến nhận kết quả.\n\nXem thêm: [liên kết]",
        zalo_template="7895417a", zalo_params={"ma_ho_so": "mã hồ sơ", "ngay_hen": "tên xã"},
    )  # fmt: skip


def test_a_required_notice_reaches_its_reader_and_the_case_shows_the_proof(
    supplier: Supplier, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.stop_clock(monkeypatch, make.MONDAY)
    writer = make.officer("thong", str(Role.COMMUNICATIONS))
    write_text(make.commune(), "dossier_approved", approved_words(), by=writer, now=make.MONDAY)
    one = make.dossier(Status.SETTLED, of=make.version("9.000118"))
    Dossier.objects.filter(pk=one.pk).update(applicant_phone=WITHOUT_ZALO)
    settle(5000)

    notice = Notice.objects.get(event="dossier_approved", dossier=one)
    steps = [(step.supplier, step.delivery) for step in notice.messages.order_by("pk")]
    assert sorted(steps[:2]) == [("zalo-oa", "refused"), ("zalo-zns", "refused")]
    assert dict(steps[2:])["sms-2"] == "accepted"
    assert dict(steps[2:]).get("sms-1", "down") == "down"
    assert (notice.status, notice.is_required) == ("trying", True)
    mine = [told for told in supplier.taken.values() if one.code in told["text"] and "Đã có kết quả" in told["text"]]
    assert [told["to"] for told in mine] == ["84900000118"]

    reference = notice.messages.get(supplier="sms-2").reference
    assert receipt(reference, "delivered").status_code == 200
    assert receipt(reference, "delivered").status_code == 200
    settle(5000)

    desk = office.at_desk(office.minh())
    case = desk.get(reverse("dossiers:detail", args=[one.code])).content.decode()
    address = reverse("notifications:of_dossier", args=[one.pk])
    assert address in case
    page = desk.get(address).content.decode()
    assert "bằng chứng qua Tin nhắn SMS" in page
    assert "Không gửi được cho người này" in page
    assert "sms-2" in page
