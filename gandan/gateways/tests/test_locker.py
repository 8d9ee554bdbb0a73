"""Lockers: the simulator that every process sees alike, and a controller over HTTP."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from gandan.gateways.locker import Door, LockerFailed, SimulatedLocker, locker


class Controller(BaseHTTPRequestHandler):
    code = 200
    asked: list[str] = []

    def do_POST(self) -> None:
        Controller.asked.append(self.path)
        self.send_response(Controller.code)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self) -> None:
        told = json.dumps([{"number": 7, "open": False, "occupied": True}, {"number": 8, "open": True}]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, format: str, *_: Any) -> None:
        """Quiet."""


@pytest.fixture
def address() -> Iterator[str]:
    Controller.code, Controller.asked = 200, []
    with HTTPServer(("127.0.0.1", 0), Controller) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_simulator_keeps_its_doors(settings: Settings, tmp_path: Path) -> None:
    settings.OUTBOX_DIR = tmp_path
    SimulatedLocker("1").put(7)
    locker("", name="1").open(7)
    assert SimulatedLocker("1").states() == {7: Door(is_open=True, is_occupied=True)}
    SimulatedLocker("1").jam(7)
    with pytest.raises(LockerFailed, match="kẹt"):
        locker("", name="1").open(7)
    assert SimulatedLocker("2").states() == {}


def test_a_controller_opens_and_tells(address: str) -> None:
    cabinet = locker(address, name="1")
    cabinet.open(7)
    cabinet.close(7)
    assert Controller.asked == ["/compartments/7/open", "/compartments/7/close"]
    assert cabinet.states() == {7: Door(is_open=False, is_occupied=True), 8: Door(is_open=True)}


@pytest.mark.parametrize(("code", "is_permanent"), [(404, True), (503, False)])
def test_a_controller_that_says_no(address: str, code: int, is_permanent: bool) -> None:
    Controller.code = code
    with pytest.raises(LockerFailed) as failed:
        locker(address, name="1").open(7)
    assert failed.value.permanent is is_permanent


def test_a_controller_that_is_not_there() -> None:
    with pytest.raises(LockerFailed, match="Không nối được"):
        locker("http://127.0.0.1:1", name="1").open(7)
