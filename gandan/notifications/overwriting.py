"""Many rows changed in one statement that stays short, however many they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection, models


def overwrite(rows: Sequence[models.Model], names: Sequence[str]) -> None:
    """Write these fields of rows of one model, by primary key. As `bulk_update`, without a CASE per row and field."""
    if not rows:
        return
    meta = rows[0]._meta
    fields: list[Any] = [meta.pk, *(meta.get_field(name) for name in names)]
    columns = [connection.ops.quote_name(field.column) for field in fields]
    values = [[field.get_db_prep_save(getattr(row, field.attname), connection) for row in rows] for field in fields]
    arrays = ", ".join(f"%s::{field.cast_db_type(connection)}[]" for field in fields)
    table, key = connection.ops.quote_name(meta.db_table), columns[0]
    changes = ", ".join(f"{column} = v.{column}" for column in columns[1:])
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} t SET {changes} FROM unnest({arrays}) AS v({', '.join(columns)}) WHERE t.{key} = v.{key}",
            values,
        )
