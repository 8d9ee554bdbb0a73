"""Fetches new letters of the mailbox in the settings. The mailbox is opened read-only; nothing there changes.

How far it was read is kept by UID; a letter that comes twice (moved, restored, UIDs renumbered) is known by its Message-ID.
"""

from __future__ import annotations

import imaplib
import logging
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.conf import settings

from gandan.core.actions import count_try
from gandan.core.secrets import blind_index
from gandan.gateways import actions
from gandan.gateways.models import MailboxMark

from .letters import bounced, read_letter

logger = logging.getLogger(__name__)
SECONDS = 20
MOST_PER_RUN = 50
MOST_PER_SENDER = 30
MOST_BYTES = 30 * 2**20
FIRST_DAYS = 7
"""At the first reading older letters stay unread by us: they were answered by other means."""


def read_new(*, now: datetime) -> int:
    """How many letters were taken in. A mailbox that does not answer is tried again at the next hour of the schedule."""
    try:
        with _mailbox() as mailbox:
            return sum(_take(mailbox, uid, validity, now) for validity, uid in _new(mailbox, now))
    except (imaplib.IMAP4.error, OSError) as error:
        logger.warning("the mailbox does not answer: %s", type(error).__name__)
        return 0


def _name() -> str:
    return f"{settings.IMAP_USER}@{settings.IMAP_HOST}/{settings.IMAP_FOLDER}"[:200]


@contextmanager
def _mailbox() -> Iterator[imaplib.IMAP4]:
    where = settings.IMAP_HOST, settings.IMAP_PORT
    if settings.IMAP_TLS:
        mailbox: imaplib.IMAP4 = imaplib.IMAP4_SSL(*where, ssl_context=ssl.create_default_context(), timeout=SECONDS)
    else:
        mailbox = imaplib.IMAP4(*where, timeout=SECONDS)
    try:
        mailbox.login(settings.IMAP_USER, settings.IMAP_PASSWORD)
        status, _ = mailbox.select(f'"{settings.IMAP_FOLDER}"', readonly=True)
        if status != "OK":
            raise imaplib.IMAP4.error("select")
        yield mailbox
    finally:
        try:
            mailbox.logout()
        except (imaplib.IMAP4.error, OSError):
            mailbox.shutdown()


def _new(mailbox: imaplib.IMAP4, now: datetime) -> list[tuple[int, int]]:
    """UID validity and UID of letters not read yet, oldest first."""
    _, told = mailbox.response("UIDVALIDITY")
    validity = int(told[-1] or 0) if isinstance(told[-1], bytes) else 0
    mark = MailboxMark.objects.filter(mailbox=_name(), validity=validity).first()
    if mark is None:
        wanted = f"SINCE {imaplib.Time2Internaldate(now - timedelta(days=FIRST_DAYS))[1:12].strip()}"
    else:
        wanted = f"UID {mark.last_uid + 1}:*"
    status, found = mailbox.uid("SEARCH", wanted)
    if status != "OK":
        raise imaplib.IMAP4.error("search")
    uids = sorted(int(one) for one in (found[0] or b"").split())
    # “5:*” names the last letter even when its number is smaller than 5.
    return [(validity, uid) for uid in uids if mark is None or uid > mark.last_uid][:MOST_PER_RUN]


def _take(mailbox: imaplib.IMAP4, uid: int, validity: int, now: datetime) -> bool:
    """One letter at a time, and the mark moves on with each: a letter that breaks the connection is met again, others not."""
    status, answer = mailbox.uid("FETCH", str(uid), f"(BODY.PEEK[]<0.{MOST_BYTES}>)")
    if status != "OK":
        raise imaplib.IMAP4.error("fetch")
    raw = next((one[1] for one in answer if isinstance(one, tuple)), b"")
    taken = None
    try:
        if failed := bounced(raw):
            actions.note_receipt(actions.Told("email", "smtp", failed, "failed"), now=now)
        is_whole = len(raw) < MOST_BYTES
        incoming = read_letter(
            raw, ours=_ours(), known_as=f"{_name()}:{validity}:{uid}", now=now,
            most_bytes=settings.UPLOAD_MAX_BYTES if is_whole else 0,
        )  # fmt: skip
        if incoming and _may_write(incoming.sender, now):
            taken = actions.take_message(incoming, now=now)
    except (RecursionError, ValueError, LookupError, AttributeError) as error:
        # Made to break readers, or broken beyond reading: it stays in the mailbox for a person.
        logger.warning("letter %s cannot be read: %s", uid, type(error).__name__)
    actions.mark_mailbox(_name(), validity=validity, last_uid=uid)
    return taken is not None


def _may_write(sender: str, now: datetime) -> bool:
    """A flood from one address stays in the mailbox, where a person may look at it."""
    door = f"mail:{blind_index(sender, column='core_trycount.what')}"
    return count_try(door, now=now, limit=MOST_PER_SENDER, per=timedelta(hours=1))


def _ours() -> str:
    found = re.search(r"[^\s<>]+@[^\s<>]+", settings.DEFAULT_FROM_EMAIL)
    return found.group(0) if found else ""
