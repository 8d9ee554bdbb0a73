"""A photo as evidence: cleaned like every upload, and a picture, not a paper."""

from __future__ import annotations

from typing import Any

from django.core.files.base import File

from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile, clean


def clean_photo(upload: File[Any] | None) -> CleanFile | None:
    """None stays None. `RuleBroken` for what is no picture; place and device are taken out of it."""
    if upload is None:
        return None
    photo = clean(upload)
    if not photo.media_type.startswith("image/"):
        raise RuleBroken("Cần một tấm ảnh chụp (JPG, PNG, WEBP), không phải tệp PDF.")
    return photo
