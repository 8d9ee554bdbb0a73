"""Files of citizens on disk: encrypted, outside the web root, under unguessable names."""

from __future__ import annotations

from io import BytesIO
from typing import Any, cast

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage

from .secrets import seal, unseal

BOUND_TO = "core.storage"


class SealedStorage(FileSystemStorage):
    """Writes each file sealed with the data key; reads it back whole (uploads are at most a few megabytes)."""

    def _save(self, name: str, content: File[Any]) -> str:
        content.seek(0)
        sealed = ContentFile(seal(content.read(), column=BOUND_TO))
        return cast("str", super()._save(name, sealed))  # type: ignore[misc]  # Django's hook, not in the stubs

    def _open(self, name: str, mode: str = "rb") -> File[Any]:
        with super()._open(name, "rb") as sealed:  # type: ignore[misc]  # Django's hook, not in the stubs
            return File(BytesIO(unseal(sealed.read(), column=BOUND_TO)), name=name)

    def url(self, name: str | None) -> str:
        raise ValueError("Tệp của công dân không có địa chỉ công khai.")


def sealed_storage() -> SealedStorage:
    """For `FileField(storage=…)`: a callable keeps the folder out of migrations."""
    from django.conf import settings

    return SealedStorage(location=settings.UPLOAD_DIR)
