"""Model fields for what identifies a person: encrypted in the database, plain in Python."""

import json
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from .secrets import seal, unseal


class _Sealed(models.BinaryField):  # type: ignore[type-arg]  # the stubs' parameters differ between Django versions
    """Stores bytes; `_pack` and `_unpack` say what they mean."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("editable", True)
        super().__init__(*args, **kwargs)

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002
        if value is None or value == "":
            return super().get_db_prep_value(b"", connection, prepared)
        return super().get_db_prep_value(seal(self._pack(value), column=self._column()), connection, prepared)

    def from_db_value(self, value: Any, *_: Any) -> Any:
        raw = bytes(value) if value is not None else b""
        return self._unpack(unseal(raw, column=self._column())) if raw else self._empty()

    def to_python(self, value: Any) -> Any:
        return value

    def _check_str_default_value(self) -> list[Any]:
        return []  # Django forbids text defaults for binary columns; ours is text until it is sealed

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj))

    def _column(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"

    def _pack(self, value: Any) -> bytes:
        raise NotImplementedError

    def _unpack(self, plain: bytes) -> Any:
        raise NotImplementedError

    def _empty(self) -> Any:
        raise NotImplementedError


class SealedText(_Sealed):
    """A short text such as an identity number or a telephone."""

    def _pack(self, value: Any) -> bytes:
        return str(value).encode()

    def _unpack(self, plain: bytes) -> str:
        return plain.decode()

    def _empty(self) -> str:
        return ""


class SealedJson(_Sealed):
    """A JSON object, such as the answers of a form."""

    def _pack(self, value: Any) -> bytes:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

    def _unpack(self, plain: bytes) -> Any:
        return json.loads(plain)

    def _empty(self) -> dict[str, Any]:
        return {}
