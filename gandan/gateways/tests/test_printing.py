"""Receipts: drawn with every Vietnamese mark, sent as dots to a real socket, refused without paper."""

from __future__ import annotations

import socketserver
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from gandan.gateways.printing import PrinterFailed, SimulatedPrinter, Slip, printer
from gandan.gateways.printing.slip import WIDTH, picture

SLIP = Slip(
    head="Xã Chí Minh · Máy APS 1", title="Xác nhận tình trạng hôn nhân", hero="58",
    lines=("Trung tâm trả lời thứ Ba, 24/11, trước 17 giờ.",), qr="https://xa.vn/theo-doi/abcdefgh", foot=("Giữ giấy này.",),
)  # fmt: skip


class Device(socketserver.BaseRequestHandler):
    """Takes what comes; asked for its paper it answers with the byte of the test."""

    taken = bytearray()
    paper = 0x12

    def handle(self) -> None:
        while data := self.request.recv(65536):
            Device.taken += data
            if b"\x10\x04" in data:
                self.request.sendall(bytes([Device.paper]))


@pytest.fixture
def device() -> Iterator[str]:
    Device.taken, Device.paper = bytearray(), 0x12
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Device) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def arrived(mark: bytes) -> bool:
    """Within two seconds: the device reads on a thread of its own."""
    until = time.monotonic() + 2
    while mark not in Device.taken and time.monotonic() < until:
        time.sleep(0.01)
    return mark in Device.taken


def test_the_picture_is_as_wide_as_the_roll_and_grows_with_its_words() -> None:
    short, long = picture(Slip(head="a", title="b")), picture(SLIP)
    assert (short.width, long.width, long.mode) == (WIDTH, WIDTH, "1")
    assert long.height > short.height


def test_marks_are_drawn_not_coded() -> None:
    assert picture(Slip(head="", title="Ế Ữ Ậ")).tobytes() != picture(Slip(head="", title="E U A")).tobytes()


def test_it_is_sent_as_dots_and_cut(device: str) -> None:
    printer(device).print(SLIP)
    assert arrived(b"\x1dV")  # GS V: cut
    assert b"\x1dv0" in Device.taken  # GS v 0: raster
    assert "Xác nhận".encode() not in Device.taken


def test_without_paper_nothing_is_sent(device: str) -> None:
    Device.paper = 0x7E
    with pytest.raises(PrinterFailed) as failed:
        printer(device).print(SLIP)
    assert failed.value.is_out_of_paper
    assert b"\x1dv0" not in Device.taken


def test_a_device_file(tmp_path: Path) -> None:
    file = tmp_path / "lp0"
    file.touch()
    printer(f"file:{file}").print(SLIP)
    assert b"\x1dv0" in file.read_bytes()


def test_the_simulator_remembers_and_runs_out(settings: Settings, tmp_path: Path) -> None:
    settings.OUTBOX_DIR = tmp_path
    simulated = SimulatedPrinter("1")
    simulated.print(SLIP)
    assert (len(simulated.printed()), simulated.paper()) == (1, "ok")
    simulated.take_out_paper()
    with pytest.raises(PrinterFailed, match="hết giấy"):
        simulated.print(SLIP)
