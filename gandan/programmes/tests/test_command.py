"""`gandan programmes`."""

import json

import pytest
from django.core.management import CommandError, call_command

from . import make

pytestmark = pytest.mark.django_db


def test_kinds_and_what_runs(capsys: pytest.CaptureFixture[str]) -> None:
    one = make.programme()
    call_command("programmes", "--agency", "11131", "--day", "2026-11-26", "--json")
    told = json.loads(capsys.readouterr().out)
    assert told["running"] == [{"id": one.pk, "kind": "test_days", "name": "Ngày thứ năm không hẹn"}]
    assert {"name": "test_days", "label": "Ngày phục vụ"} in told["kinds"]
    call_command("programmes", "--agency", "11131", "--day", "2026-11-27")
    assert "không có chương trình nào chạy" in capsys.readouterr().out
    with pytest.raises(CommandError, match="Không có đơn vị"):
        call_command("programmes", "--agency", "0")
