"""A photo as evidence: cleaned like every upload, and a picture, not a paper. Where it was taken is read before it is dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from PIL import ExifTags, Image

from gandan.core.errors import RuleBroken

from .uploads import CleanFile, clean

DECIMALS = 5
"""Kept of a position: about a metre."""


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
        return cls(round(latitude, DECIMALS), round(longitude, DECIMALS))


def clean_photo(upload: File[Any] | None) -> CleanFile | None:
    """None stays None. `RuleBroken` for what is no picture; place and device are taken out of it."""
    if upload is None:
        return None
    photo = clean(upload)
    if not photo.media_type.startswith("image/"):
        raise RuleBroken("Cần một tấm ảnh chụp (JPG, PNG, WEBP), không phải tệp PDF.")
    return photo


def position_in(upload: File[Any]) -> Position | None:
    """The GPS of the photo's hidden data; None where there is none or it cannot be read. Ask before cleaning."""
    try:
        told = Image.open(upload).getexif().get_ifd(ExifTags.IFD.GPSInfo)
        north = _degrees(told[ExifTags.GPS.GPSLatitude], told[ExifTags.GPS.GPSLatitudeRef])
        east = _degrees(told[ExifTags.GPS.GPSLongitude], told[ExifTags.GPS.GPSLongitudeRef])
    except (OSError, ValueError, KeyError, TypeError, ZeroDivisionError, Image.DecompressionBombError):
        return None
    finally:
        upload.seek(0)
    return Position.of(north, east)


def _degrees(parts: Any, side: str) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    found = degrees + minutes / 60 + seconds / 3600
    return -found if side in ("S", "W") else found


class PhotoField(forms.FileField):
    """A photo, cleaned: `CleanFile` or None. On a telephone it opens the camera."""

    widget = forms.FileInput(attrs={"accept": "image/*", "capture": "environment"})

    def clean(self, data: Any, initial: Any = None) -> CleanFile | None:
        upload = super().clean(data, initial)
        try:
            return clean_photo(upload or None)
        except RuleBroken as refused:
            raise ValidationError(refused.message) from None
