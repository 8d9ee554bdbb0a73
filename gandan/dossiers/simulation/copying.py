"""Sending many rows to PostgreSQL at once: COPY in text form, identifiers reserved in blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.db import connection, models

BLOCK = 20_000
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_moments: dict[datetime, str] = {}
MOST_MOMENTS = 200_000
MEMORY_FOR_INDEXES = "256MB"
PLAIN_INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = ANY (%s::regclass[]) AND NOT indisunique ORDER BY indexrelid
"""


def cell(value: Any) -> str:
    """A value in the text form of COPY."""
    if value is None:
        return "\\N"
    if isinstance(value, str):
        return value.translate(_ESCAPES) if "\\" in value or "\t" in value or "\n" in value else value
    if value is True or value is False:
        return "t" if value else "f"
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return value.isoformat()
    return f"\\\\x{value.hex()}" if isinstance(value, bytes) else str(value)


def _moment(value: datetime) -> str:
    text = _moments.get(value)
    if text is None:
        if len(_moments) > MOST_MOMENTS:
            _moments.clear()
        text = _moments[value] = value.isoformat()
    return text


class Sheet:
    """Rows for one table. Columns that a row does not name get the model's default."""

    def __init__(self, model: type[models.Model]) -> None:
        self.table = model._meta.db_table
        fields = [one for one in model._meta.concrete_fields if one.column]
        self.columns = [one.column for one in fields]
        self._place = {column: place for place, column in enumerate(self.columns)}
        self._defaults = [cell(_default(one)) for one in fields]
        self._lines: list[str] = []
        self._ids: Iterator[int] = iter(())

    def add(self, row: dict[str, Any]) -> int:
        """Take a row in; returns its identifier."""
        cells = self._defaults.copy()
        if "id" not in row:
            row["id"] = self.next_id()
        for column, value in row.items():
            cells[self._place[column]] = cell(value)
        self._lines.append("\t".join(cells))
        return int(row["id"])

    def next_id(self) -> int:
        found = next(self._ids, None)
        if found is None:
            self._ids = iter(_reserve(self.table))
            found = next(self._ids)
        return found

    def send(self) -> None:
        if not self._lines:
            return
        columns = ", ".join(f'"{one}"' for one in self.columns)
        text = "\n".join(self._lines) + "\n"
        self._lines.clear()
        with connection.cursor() as cursor, cursor.copy(f'COPY "{self.table}" ({columns}) FROM STDIN') as copy:
            copy.write(text)


def _default(field: Any) -> Any:
    if field.primary_key or (field.null and not field.has_default()):
        return None
    value = field.get_default()
    if isinstance(field, models.BinaryField):
        return b""
    return field.get_prep_value(value) if isinstance(value, (str, int, bool)) or value is None else None


def _reserve(table: str) -> range:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [table])
        (sequence,) = cursor.fetchone()
        cursor.execute("SELECT nextval(%s)", [sequence])
        (first,) = cursor.fetchone()
        cursor.execute("SELECT setval(%s, %s)", [sequence, first + BLOCK - 1])
    return range(first, first + BLOCK)


@contextmanager
def quick_loading(*, without_indexes: Sequence[type[models.Model]]) -> Iterator[None]:
    """Inside a transaction: no triggers where the role may say so, and indexes built at the end instead of row by row.

    Unique indexes stay: they guard. Nobody else can use the tables until the transaction ends.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        (is_super,) = cursor.fetchone()
        if is_super:
            cursor.execute("SET LOCAL session_replication_role = replica")
        definitions = _drop_indexes([one._meta.db_table for one in without_indexes])
    yield
    with connection.cursor() as cursor:
        if definitions:
            cursor.execute(f"SET LOCAL maintenance_work_mem = '{MEMORY_FOR_INDEXES}'")
        for definition in definitions:
            cursor.execute(definition)
        if is_super:
            cursor.execute("SET LOCAL session_replication_role = DEFAULT")


def _drop_indexes(tables: list[str]) -> list[str]:
    """Returns the statements that make them again."""
    with connection.cursor() as cursor:
        cursor.execute(PLAIN_INDEXES, [tables])
        found = cursor.fetchall()
        for name, _ in found:
            cursor.execute(f"DROP INDEX {name}")
    return [definition for _, definition in found]
