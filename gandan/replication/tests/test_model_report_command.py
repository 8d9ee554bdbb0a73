"""`gandan model_report`: the paper of a year without a browser."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from gandan.reforms import actions as reforms

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make.commune()
    reforms.load_shipped(now=make.NOW)
    call_command("model_report", str(tmp_path / "nga-bay.docx"), history="nga-bay-2020")
    call_command("model_report", str(tmp_path / "xa.pdf"), agency=make.commune().code, year=2026)
    assert (tmp_path / "nga-bay.docx").read_bytes().startswith(b"PK")
    assert (tmp_path / "xa.pdf").read_bytes().startswith(b"%PDF")
    assert "Đã ghi" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("a.doc", {"history": "nga-bay-2020"}, id="ending"),
        pytest.param("a.pdf", {"history": "khong-co"}, id="no such report"),
        pytest.param("a.pdf", {"agency": "99999", "year": 2026}, id="no such agency"),
        pytest.param("a.pdf", {}, id="nothing asked"),
    ],
)
def test_what_cannot_be_made_is_told(name: str, told: dict[str, object], tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        call_command("model_report", str(tmp_path / name), **told)
