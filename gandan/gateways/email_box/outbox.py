"""Letters that stayed on this machine, because no SMTP server is set."""

import email
import email.policy
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

from django.conf import settings


def _text(letter: Message) -> str:
    body = letter.get_payload(decode=True)
    return body.decode("utf-8", "replace") if isinstance(body, bytes) else ""


def newest_letters(limit: int = 50) -> Iterator[dict[str, str]]:
    """The letters in the outbox, newest first: at, to, subject, text."""
    folder = Path(settings.EMAIL_FILE_PATH)
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[:limit]:
        letter = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        text = _text(letter).split("\n" + "-" * 79)[0]
        yield {"at": str(letter["Date"]), "to": str(letter["To"]), "subject": str(letter["Subject"]), "text": text}
