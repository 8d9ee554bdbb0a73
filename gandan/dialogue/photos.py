"""Photos of a visit: cleaned like every upload; where they were taken is read before it is dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.files.base import File
from PIL import ExifTags, Image

from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile, clean

PLACES = 5
"""Decimals kept of a position: about a metre."""


@dataclass(frozen=True)
class Position:
    """Degrees, WGS 84."""

    latitude: float
    longitude: float

    @classmethod
    def of(cls, latitude: float | None, longitude: float | None) -> Position | None:
        """None for what is no place on earth."""
        if latitude is None or longitude is None or not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            return None
        return cls(round(latitude, PLACES), round(longitude, PLACES))


def clean_photo(upload: File[Any] | None) -> tuple[CleanFile | None, Position | None]:
    """None stays None. `RuleBroken` for what is no picture. The cleaned file no longer holds the position."""
    if upload is None:
        return None, None
    position = position_in(upload)
    upload.seek(0)
    photo = clean(upload)
    if not photo.media_type.startswith("image/"):
        raise RuleBroken("Cần một tấm ảnh chụp (JPG, PNG, WEBP), không phải tệp PDF.")
    return photo, position


def position_in(upload: File[Any]) -> Position | None:
    """The GPS of the photo's hidden data; None where there is none or it cannot be read."""
    try:
        told = Image.open(upload).getexif().get_ifd(ExifTags.IFD.GPSInfo)
        north = _degrees(told[ExifTags.GPS.GPSLatitude], told[ExifTags.GPS.GPSLatitudeRef])
        east = _degrees(told[ExifTags.GPS.GPSLongitude], told[ExifTags.GPS.GPSLongitudeRef])
    except (OSError, ValueError, KeyError, TypeError, ZeroDivisionError, Image.DecompressionBombError):
        return None
    return Position.of(north, east)


def _degrees(parts: Any, side: str) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    found = degrees + minutes / 60 + seconds / 3600
    return -found if side in ("S", "W") else found
