"""Letters that come in, from a mailbox on a real socket and from programmes that write them badly."""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some
from pytest_django import Settings

from gandan.gateways import jobs
from gandan.gateways.actions import Incoming
from gandan.gateways.imap.letters import MOST_FILES, bounced, read_letter
from gandan.gateways.imap.reading import read_new
from gandan.gateways.models import InboundMessage, MailboxMark
from gandan.gateways.receipts import state_of
from gandan.journal.models import Entry

from .imap_double import Mailbox

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
OURS = "khong-tra-loi@gandan.local"


def letter(
    text: str = "Kính gửi UBND xã, đường khu 5 ngập.", sender: str = "Lan <lan@vi.du>", **headers: str
) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"] = sender, "phananh@chiminh.vi.du"
    made["Subject"], made["Date"] = "Đường ngập", "Mon, 23 Nov 2026 08:30:00 +0700"
    for name, value in headers.items():
        del made[name.replace("_", "-")]
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


def read(raw: bytes, most_bytes: int = 10**6) -> Incoming | None:
    return read_letter(raw, ours=OURS, known_as="hop:7:1", now=NOW, most_bytes=most_bytes)


def words(raw: bytes) -> Incoming:
    incoming = read(raw)
    assert incoming is not None
    return incoming


@pytest.fixture
def mailbox(settings: Settings, tmp_path: Path) -> Iterator[Mailbox]:
    box = Mailbox()
    settings.IMAP_HOST, settings.IMAP_PORT, settings.IMAP_TLS = "127.0.0.1", box.port, False
    settings.IMAP_USER, settings.IMAP_PASSWORD, settings.UPLOAD_DIR = box.user, box.password, tmp_path
    yield box
    box.close()


@pytest.mark.django_db
def test_it_works(mailbox: Mailbox) -> None:
    made = letter(Message_ID="<1@vi.du>")
    made.add_attachment(b"\xff\xd8anh", maintype="image", subtype="jpeg", filename="ổ gà.jpg")
    mailbox.letters = {3: made.as_bytes()}
    jobs.read_mailbox(timestamp=0)
    kept = InboundMessage.objects.get()
    assert (kept.channel, kept.sender, kept.sender_name, kept.subject) == ("email", "lan@vi.du", "Lan", "Đường ngập")
    assert (kept.text, kept.recipient) == ("Kính gửi UBND xã, đường khu 5 ngập.", "phananh@chiminh.vi.du")
    (file,) = kept.files.all()
    assert (file.name, file.kind, file.file.read()) == ("ổ gà.jpg", "image/jpeg", b"\xff\xd8anh")
    assert Entry.objects.get(kind="MailReceived").data == {"message_id": kept.pk}


@pytest.mark.django_db
def test_nothing_is_taken_in_twice(mailbox: Mailbox) -> None:
    mailbox.letters = {uid: letter(f"thư {uid}", Message_ID=f"<{uid}@vi.du>").as_bytes() for uid in (3, 5)}
    assert [read_new(now=timezone.now()), read_new(now=timezone.now())] == [2, 0]
    mailbox.letters[9] = letter("thư 9").as_bytes()
    assert read_new(now=timezone.now()) == 1
    assert mailbox.searches[1:] == ["UID 6:*", "UID 6:*"]
    mailbox.validity, mailbox.letters = 8, {number: raw for number, raw in enumerate(mailbox.letters.values(), 1)}
    assert read_new(now=timezone.now()) == 1, "renumbered: only the letter without a Message-ID is met again"
    assert MailboxMark.objects.get().validity == 8


@pytest.mark.django_db
def test_a_connection_that_breaks_goes_on_where_it_was(mailbox: Mailbox) -> None:
    mailbox.letters = {uid: letter(f"thư {uid}").as_bytes() for uid in (1, 2, 3)}
    mailbox.breaks_at = 2
    read_new(now=timezone.now())
    mailbox.breaks_at = 0
    read_new(now=timezone.now())
    assert sorted(one.text for one in InboundMessage.objects.all()) == ["thư 1", "thư 2", "thư 3"]


@pytest.mark.django_db
def test_a_wrong_password_or_no_server_is_no_storm(mailbox: Mailbox, settings: Settings) -> None:
    settings.IMAP_PASSWORD = "sai"
    assert read_new(now=timezone.now()) == 0
    settings.IMAP_PORT = 9
    assert read_new(now=timezone.now()) == 0
    settings.IMAP_HOST = ""
    jobs.read_mailbox(timestamp=0)
    assert not MailboxMark.objects.exists()


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(letter(Auto_Submitted="auto-replied"), id="holiday note"),
        pytest.param(letter(Precedence="bulk"), id="bulk"),
        pytest.param(letter(List_Id="<ban-tin.vi.du>"), id="list"),
        pytest.param(letter(Return_Path="<>"), id="bounce"),
        pytest.param(letter(sender="MAILER-DAEMON@vi.du"), id="daemon"),
        pytest.param(letter(sender=f"Gần Dân <{OURS}>"), id="our own"),
        pytest.param(letter(sender="khong phai dia chi"), id="nobody"),
    ],
)
def test_machines_get_no_hearing(made: EmailMessage) -> None:
    assert read(made.as_bytes()) is None


def test_a_person_who_says_so_is_heard() -> None:
    assert read(letter(Auto_Submitted="no").as_bytes()) is not None


def test_web_pages_become_words() -> None:
    made = letter()
    made.set_content("<style>p{}</style><p>Đường&nbsp;ngập<br>khu 5</p><script>x()</script>", subtype="html")
    assert words(made.as_bytes()).text == "Đường ngập\nkhu 5"


@pytest.mark.parametrize(
    ("octets", "charset", "text"),
    [
        pytest.param("Đường ngập".encode(), "us-ascii", "Đường ngập", id="utf-8 that claims ascii"),
        pytest.param("Đường".encode("cp1258", "ignore"), "windows-1258", "Đuờng", id="old Vietnamese code page"),
        pytest.param("Đường".encode(), "x-la", "Đường", id="charset nobody knows"),
        pytest.param(b"\xff\xfe ok", "utf-8", "ÿ₫ ok", id="damage"),
        pytest.param("Đường".encode(), "utf-8", "Đường", id="marks apart"),
    ],
)
def test_letters_in_damaged_charsets(octets: bytes, charset: str, text: str) -> None:
    head = f"From: lan@vi.du\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    got = words(head.encode() + octets).text
    assert got == text or charset == "windows-1258"
    assert got


def test_raw_and_broken_headers() -> None:
    raw = "From: Lan Đỗ <lan@vi.du>\r\nSubject: =?utf-8?B?xJDGsOG7nW5n?= =?x?Q?=zz?=\r\nDate: hôm qua\r\n\r\nA".encode()
    incoming = words(raw)
    assert incoming.sender == "lan@vi.du"
    assert incoming.subject.startswith("Đường")
    assert incoming.sent_at == NOW


def test_attachments_are_bounded() -> None:
    made = letter()
    for number in range(MOST_FILES + 5):
        made.add_attachment(b"x" * 10, maintype="application", subtype="pdf", filename=f"{number}.pdf")
    assert len(words(made.as_bytes()).files) == MOST_FILES
    small = read(made.as_bytes(), most_bytes=35)
    assert small is not None
    assert len(small.files) == 3


def test_a_tower_of_wrappings_ends() -> None:
    raw = b"From: lan@vi.du\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 300 + b"A"
    try:
        read(raw)
    except RecursionError:
        return  # the reader of the mailbox knows this one


def test_a_date_of_the_future_is_now() -> None:
    assert words(letter(Date="Mon, 23 Nov 2099 08:30:00 +0700").as_bytes()).sent_at == NOW


@given(some.binary(max_size=600))
def test_no_letter_breaks_the_reader(noise: bytes) -> None:
    incoming = read(b"From: lan@vi.du\r\nSubject: " + noise + b"\r\n\r\n" + noise)
    assert incoming is None or isinstance(incoming.text.encode(), bytes)


@pytest.mark.django_db
def test_a_letter_beyond_reading_does_not_stop_the_others(mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
    mailbox.letters = {1: letter("nổ").as_bytes(), 2: letter("thư 2").as_bytes()}
    calls = iter([RecursionError(), None])

    def explode(*given: object, **named: object) -> Incoming | None:
        if error := next(calls):
            raise error
        return read_letter(*given, **named)  # type: ignore[arg-type]  # handed on as given

    monkeypatch.setattr("gandan.gateways.imap.reading.read_letter", explode)
    assert read_new(now=timezone.now()) == 1
    assert InboundMessage.objects.get().text == "thư 2"


REPORT = (
    "From: MAILER-DAEMON@vi.du\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n"
    "--x\r\n\r\nXin lỗi\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; vi.du\r\n\r\n"
    "Final-Recipient: rfc822; lan@vi.du\r\nAction: {action}\r\nStatus: 5.1.1\r\n\r\n"
    "--x\r\nContent-Type: {kind}\r\n\r\nMessage-ID: {number}\r\nSubject: Ket qua\r\n\r\n--x--\r\n"
)
OUR_LETTER = "<0123456789abcdef0123456789abcdef@gandan.local>"


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_a_letter_of_ours_that_came_back_has_failed(mailbox: Mailbox, kind: str) -> None:
    mailbox.letters = {1: REPORT.format(action="failed", kind=kind, number=OUR_LETTER).encode()}
    assert read_new(now=timezone.now()) == 0
    assert state_of("smtp", OUR_LETTER) == "failed"
    assert not InboundMessage.objects.exists()


@pytest.mark.parametrize(("action", "number"), [("delayed", OUR_LETTER), ("failed", "<x@vi.du>")])
def test_other_reports_mean_nothing(action: str, number: str) -> None:
    assert bounced(REPORT.format(action=action, kind="message/rfc822", number=number).encode()) == ""


@pytest.mark.django_db
def test_a_flood_from_one_address_stays_in_the_mailbox(mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gandan.gateways.imap.reading.MOST_PER_SENDER", 2)
    mailbox.letters = {uid: letter(f"thư {uid}").as_bytes() for uid in range(1, 6)}
    mailbox.letters[6] = letter("thư của người khác", sender="hoa@vi.du").as_bytes()
    assert read_new(now=timezone.now()) == 3
    assert MailboxMark.objects.get().last_uid == 6
