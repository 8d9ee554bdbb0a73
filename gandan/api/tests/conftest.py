"""A caller of the API: a test client that carries a token."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gandan.dossiers.tests import make
from gandan.people.actions import give_token
from gandan.people.models import ApiToken, Role, User

CITIZENS_TOKEN = "gandan_cua-ba-lan"


@dataclass
class Program:
    """Sends JSON with a bearer token."""

    token: str = ""
    client: Client = field(default_factory=Client)

    def _headers(self, more: dict[str, str]) -> dict[str, str]:
        return {**({"Authorization": f"Bearer {self.token}"} if self.token else {}), **more}

    def get(self, path: str, **query: Any) -> Any:
        return self.client.get(f"/api/v1/{path}", query, headers=self._headers({}))

    def post(self, path: str, body: Any = None, **headers: str) -> Any:
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        content = json.dumps(body) if body is not None else ""
        return self.client.post(
            f"/api/v1/{path}", content, content_type="application/json", headers=self._headers(more)
        )


def program_of(user: User) -> Program:
    return Program(give_token(user, now=timezone.now()))


@pytest.fixture
def anyone() -> Program:
    return Program()


@pytest.fixture
def minh(db: None) -> Program:
    return program_of(make.officer("minh"))


@pytest.fixture
def hoa(db: None) -> Program:
    return program_of(make.leader("hoa"))


@pytest.fixture
def binh(db: None) -> Program:
    """Of another commune: must see nothing."""
    elsewhere = make.commune("11593", "Xã An Phong", "000.31.53.H24")
    return program_of(make.officer("binh", Role.RECEPTION, Role.LEADER, agency=elsewhere))


@pytest.fixture
def lan(db: None) -> Program:
    """A citizen with a token."""
    from gandan.people.actions import _token_hash

    ApiToken.objects.create(user=make.citizen(), token_hash=_token_hash(CITIZENS_TOKEN), created_at=timezone.now())
    return Program(CITIZENS_TOKEN)
