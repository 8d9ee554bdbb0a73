"""Is this process able to serve? For supervisors and load balancers."""

from functools import lru_cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, JsonResponse

APPLIED = "SELECT app, name FROM django_migrations"


def healthz(request: HttpRequest) -> JsonResponse:
    """200 when the database answers with every migration applied, 503 otherwise. One statement."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(APPLIED)
            applied = set(cursor.fetchall())
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "database": "not answering"}, status=503)
    if shipped_migrations() - applied:
        return JsonResponse({"status": "unavailable", "database": "migrations missing"}, status=503)
    return JsonResponse({"status": "ok"})


healthz.audience = "public"  # type: ignore[attr-defined]  # no commune is looked up: the database may be away


@lru_cache(maxsize=1)
def shipped_migrations() -> frozenset[tuple[str, str]]:
    """App and name of every migration of the code; read once from the disk."""
    return frozenset(MigrationLoader(None).disk_migrations)
