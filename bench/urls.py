"""The product's addresses and two bare ones to measure it against on the same server."""

from django.db import connection
from django.http import HttpRequest, HttpResponse  # noqa: TID251  # two bare views
from django.urls import path

from gandan.urls import handler500
from gandan.urls import urlpatterns as product

__all__ = ["handler500", "urlpatterns"]


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello")


def insert(request: HttpRequest) -> HttpResponse:
    """One durable row and nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_insert (words) VALUES (%s)", ["hello"])
    return HttpResponse("hello")


urlpatterns = [path("bench/hello", hello), path("bench/insert", insert), *product]
