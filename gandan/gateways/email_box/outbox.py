"""Letters that stayed on this machine, because no SMTP server is set."""

import email
import email.policy
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings


def newest_letters(limit: int = 50) -> Iterator[dict[str, str]]:
    """The letters in the outbox, newest first: at, to, subject, text."""
    folder = Path(settings.EMAIL_FILE_PATH)
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[:limit]:
        letter = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        text = str(letter.get_payload(decode=True), "utf-8", "replace").split("\n" + "-" * 79)[0]
        yield {"at": str(letter["Date"]), "to": str(letter["To"]), "subject": str(letter["Subject"]), "text": text}
