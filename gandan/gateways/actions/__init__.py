"""The verbs of the outside world: what came in is written down once, and told."""

from .access import lease_access, renew_access
from .calls import Call, report_call
from .inbound import Incoming, IncomingFile, keep_file, mark_mailbox, take_message
from .push import Browser, subscribe, unsubscribe
from .receipts import Told, note_parts, note_receipt
from .zalo import follow, share_phone, unfollow

__all__ = [
    "Browser",
    "Call",
    "Incoming",
    "IncomingFile",
    "Told",
    "follow",
    "keep_file",
    "lease_access",
    "mark_mailbox",
    "note_parts",
    "note_receipt",
    "renew_access",
    "report_call",
    "share_phone",
    "subscribe",
    "take_message",
    "unfollow",
    "unsubscribe",
]
