"""Recordings lie as files where the exchange puts them (`GANDAN_RECORDINGS`); who may listen is decided above."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from gandan.gateways.models import CallReport

KINDS = {".wav": "audio/wav", ".mp3": "audio/mpeg", ".ogg": "audio/ogg", ".m4a": "audio/mp4", ".gsm": "audio/gsm"}
MOST_BYTES = 200 * 2**20


@dataclass(frozen=True)
class Recording:
    """A file and what it is."""

    path: Path
    kind: str
    bytes: int


def recording_of(call_id: str) -> Recording | None:
    """The file that the exchange named, or one called like the call; None while there is none (or none of ours)."""
    named = CallReport.objects.filter(call_id=call_id).exclude(recording="").values_list("recording", flat=True).first()
    names = [named] if named else [f"{call_id}{ending}" for ending in KINDS]
    for name in names:
        path = _inside(name)
        if path is not None and path.suffix.lower() in KINDS and 0 < path.stat().st_size <= MOST_BYTES:
            return Recording(path, KINDS[path.suffix.lower()], path.stat().st_size)
    return None


def delete_recording(call_id: str) -> bool:
    """Its time is over; false when nothing lay there."""
    found = recording_of(call_id)
    if found is None:
        return False
    found.path.unlink(missing_ok=True)
    return True


def _inside(name: str) -> Path | None:
    """The name comes from outside: nothing but a plain file right in the folder is ever touched."""
    path = Path(settings.RECORDINGS_DIR) / name
    is_ours = path.parent == Path(settings.RECORDINGS_DIR) and path.is_file() and not path.is_symlink()
    return path if is_ours else None
