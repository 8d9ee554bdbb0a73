"""The chain of hashes that shows whether the journal of a subject was tampered with. Pure but for `is_unbroken`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .models import Entry


@dataclass(frozen=True)
class Fact:
    """What an entry asserts."""

    at: datetime
    by: int | None
    about: int
    kind: str
    data: dict[str, Any]

    def hash_after(self, previous: str) -> str:
        """SHA-256 over the previous entry's hash and this fact in canonical JSON."""
        body = {"at": self.at.astimezone(UTC).isoformat(), "by": self.by, "about": self.about, "kind": self.kind}
        text = json.dumps({**body, "data": self.data}, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(f"{previous}{text}".encode()).hexdigest()


def is_unbroken(entries: Iterable[Entry]) -> bool:
    """Recompute the chain over everything recorded about one subject, oldest first."""
    previous = ""
    for entry in entries:
        fact = Fact(entry.at, entry.actor_id, entry.subject_id, entry.kind, entry.data)
        if entry.previous_hash != previous or entry.hash != fact.hash_after(previous):
            return False
        previous = entry.hash
    return True
