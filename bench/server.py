"""The product as WSGI, with a count of SQL statements for whoever asks by a header."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.settings")
settings.ROOT_URLCONF = "bench.urls"
_product = get_wsgi_application()
ASKED, TOLD = "HTTP_X_COUNT_SQL", "X-SQL"


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    if ASKED not in environ:
        return _product(environ, start_response)
    return _counted(environ, start_response)


def _counted(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    from django.db import connection

    statements = 0

    def count(execute: Any, *arguments: Any) -> Any:
        nonlocal statements
        statements += 1
        return execute(*arguments)

    def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
        return start_response(status, [*headers, (TOLD, str(statements))], *more)

    with connection.execute_wrapper(count):
        return _product(environ, start)
