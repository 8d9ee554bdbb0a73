"""`gandan simulate --plant` and `gandan reforms effect`: from a planted model to its line, end to end on few communes."""

from __future__ import annotations

import json

import pytest
from django.core.management import CommandError, call_command

from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make as dossiers
from gandan.reforms.tests import effects, make

pytestmark = pytest.mark.django_db
FIELDS = {
    "agency", "name", "measure", "before", "after", "n_before", "n_after", "difference", "low", "high", "verdict",
    "compared", "adopters", "waiting",
}  # fmt: skip


def lines(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    capsys.readouterr()
    call_command("reforms", "effect", *words, "--json")
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_line_an_adopter_and_one_for_all(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    dossiers.stop_clock(monkeypatch, effects.NOW)
    effects.province_with_model()
    told = lines(capsys, "ngay-thu-nam-khong-hen")
    assert [one["agency"] for one in told] == ["20000", "20001", "all"]
    assert all(set(one) == FIELDS for one in told)
    assert {one["verdict"] for one in told} == {"better"}
    call_command("reforms", "effect", "ngay-thu-nam-khong-hen")
    assert "Cả 2 đơn vị" in capsys.readouterr().out


def test_a_planted_model_is_found(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    dossiers.stop_clock(monkeypatch, effects.NOW)
    for number in range(7):
        effects.commune(number)
    dossiers.version(working_days=5)
    make.reform()
    words = ("--province", "31", "--days", "120", "--dossiers-per-day", "16", "--seed", "3", "--no-journal", "--json")
    call_command("simulate", *words, "--plant", "ngay-thu-nam-khong-hen:-0.60:3")
    planted = json.loads(capsys.readouterr().out)["planted"]
    told = lines(capsys, "ngay-thu-nam-khong-hen", "--measure", "processing_hours")
    assert {one["agency"] for one in told} == {*planted, "all"}
    assert (told[-1]["agency"], told[-1]["verdict"], told[-1]["compared"]) == ("all", "better", 4)


def test_an_unknown_model_is_refused_before_anything_is_written() -> None:
    effects.commune(1)
    dossiers.version()
    words = ("--province", "31", "--days", "2", "--dossiers-per-day", "2", "--seed", "1", "--plant", "khong-co:-0.3:1")
    with pytest.raises(RuleBroken, match="khong-co"):
        call_command("simulate", *words)
    assert not Dossier.objects.exists()
    with pytest.raises(CommandError, match="khong-co"):
        call_command("reforms", "effect", "khong-co")


def test_a_model_nobody_runs() -> None:
    make.reform()
    with pytest.raises(CommandError, match="Chưa có đơn vị"):
        call_command("reforms", "effect", "ngay-thu-nam-khong-hen")
