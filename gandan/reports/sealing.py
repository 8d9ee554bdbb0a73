"""The fingerprint of a closed report. Pure."""

import hashlib
import json
from typing import Any


def fingerprint(data: dict[str, Any]) -> str:
    """SHA-256 of the data in one canonical spelling."""
    return hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
