"""Two requests under one key, both under way: one effect, one answer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make

from .conftest import Program, program_of
from .test_dossiers import body

REQUESTS = 4


@pytest.mark.django_db(transaction=True)
def test_one_effect_under_concurrency() -> None:
    make.version()
    token = program_of(make.officer("minh")).token

    def send(_: int) -> Any:
        try:
            answer = Program(token).post("dossiers", body(), Idempotency_Key="k1")
            return answer.status_code, answer.json()["code"]
        finally:
            connection.close()

    with ThreadPoolExecutor(REQUESTS) as pool:
        answers = set(pool.map(send, range(REQUESTS)))
    assert answers == {(201, Dossier.objects.get().code)}
