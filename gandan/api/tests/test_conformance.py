"""The description keeps its word: generated requests to every reading address get described answers, never a 500."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, seed, settings
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from gandan.dossiers.tests import make
from gandan.urls import urlpatterns  # noqa: F401  # the addresses are known before the description is drawn
from gandan.wsgi import application

from .conftest import Program

EXAMPLES = 12
CHECKS = [
    schemathesis.checks.not_a_server_error,
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
]


@pytest.mark.django_db
def test_the_description_is_complete(anyone: Program) -> None:
    told = anyone.get("openapi.json").json()
    assert {"/api/v1/procedures", "/api/v1/dossiers", "/api/v1/tracking/{key}"} <= set(told["paths"])
    for path, methods in told["paths"].items():
        for operation in methods.values():
            assert {"404", "422", "500"} <= set(operation["responses"]), path
            is_open = path.split("/")[3] in ("procedures", "tracking", "calendar")
            assert is_open != ("security" in operation), path


@pytest.fixture
def one_connection() -> Iterator[None]:
    """The server would close the connection that holds the test's transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.django_db
@pytest.mark.usefixtures("one_connection")
def test_reading_addresses_conform(minh: Program) -> None:
    dossier = make.dossier("processing")
    known = {"code": [dossier.code, make.PROCEDURE], "key": [dossier.key], "name": ["received", "on_time"]}
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    for operation in schema.include(method="GET").get_all_operations():
        _try(operation.ok(), minh.token, known)  # type: ignore[union-attr]  # an unreadable description fails here


def _try(operation: Any, token: str, known: dict[str, list[str]]) -> None:
    """A bounded number of generated requests; half of them name something that exists."""
    chance = random.Random(1)

    @seed(1)
    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @_given(operation)  # type: ignore[untyped-decorator]  # schemathesis tells no types
    def run(case: Any) -> None:
        for name, values in known.items():
            if name in (case.path_parameters or {}) and chance.random() < 0.5:
                case.path_parameters[name] = chance.choice(values)
        response = case.call(headers={"Authorization": f"Bearer {token}"})
        case.validate_response(response, checks=CHECKS)

    run()


def _given(operation: Any) -> Any:
    from hypothesis import given

    return given(case=operation.as_strategy())
