import json
from datetime import UTC, datetime

import pytest

from gandan.gateways.payment import vietqr, webhook

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
KNOWN = (
    "00020101021238570010A00000072701270006970436011300110012345670208QRIBFTTA530370454061500005802VN62200816LP H01.26.11.0001"
    "6304"
)


def test_the_payload_is_what_banking_apps_read() -> None:
    made = vietqr.payload(bank_bin="970436", account="0011001234567", amount=150_000, memo="LP H01.26.11.0001")
    assert made[:-4] == KNOWN.replace("62200816", "62210817")
    assert made[-4:] == vietqr.checksum(made[:-4])


def test_the_checksum_is_ccitt_false() -> None:
    assert vietqr.checksum("123456789") == "29B1"


def test_memos_are_ascii_and_short() -> None:
    assert vietqr.memo("Lệ phí đăng ký, hồ sơ số 12 của bà Hạnh") == "LE PHI DANG KY HO SO SO 1"
    made = vietqr.memo_for("000.31.52.H24-261123-0007", 1)
    assert made == "HS03152H24 261123 0007 1"
    assert len(made) <= vietqr.MEMO_LENGTH


def message(**changes: object) -> bytes:
    return json.dumps(
        {"reference": "FT26327001", "amount": 8000, "memo": "hs03152h24 261123 0007 1", **changes}
    ).encode()


def read(body: bytes, *, secret: str = "s", signed_with: str = "s", at: datetime = NOW) -> webhook.Transfer:
    stamp = str(int(at.timestamp()))
    return webhook.read(body, timestamp=stamp, signature=webhook.sign(signed_with, stamp, body), secret=secret, now=NOW)


def test_a_signed_fresh_message_is_read() -> None:
    assert read(message()) == webhook.Transfer("FT26327001", 8000, "HS03152H24 261123 0007 1")


@pytest.mark.parametrize(
    ("body", "settings"),
    [
        pytest.param(message(), {"signed_with": "guess"}, id="forged"),
        pytest.param(message(), {"secret": "", "signed_with": ""}, id="no secret configured"),
        pytest.param(message(), {"at": datetime(2026, 11, 23, 2, 54, tzinfo=UTC)}, id="replayed later"),
        pytest.param(b"{", {}, id="not json"),
        pytest.param(message(reference=""), {}, id="no reference"),
        pytest.param(message(amount="nhiều"), {}, id="no amount"),
    ],
)
def test_anything_else_is_refused(body: bytes, settings: dict[str, str]) -> None:
    with pytest.raises(webhook.BadMessage):
        read(body, **settings)  # type: ignore[arg-type]  # the table mixes texts and a moment
