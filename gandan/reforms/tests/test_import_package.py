import json
from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.models import Reform, ReformVersion
from gandan.reforms.packages import digest, read
from gandan.reforms.tests import make

pytestmark = pytest.mark.django_db


def _sheet(**more: Any) -> dict[str, Any]:
    package = make.package()
    told = {"code": "mo-hinh-la", "name": "Mô hình lạ", "summary": "Từ tỉnh khác.", "owner_name": "Phường 4"}
    known = {
        "gandan_package": 1, "reform": told, "version": {"number": 1, "content": "Từng bước"}, "package": package,
        "digest": digest(package),
    }  # fmt: skip
    return {**known, **more}


def _enter(sheet: Any) -> ReformVersion:
    return actions.import_package(json.dumps(sheet).encode(), by=make.above(), now=make.NOW)


def test_it_works() -> None:
    version = _enter(_sheet())
    assert (version.reform.name, version.reform.owner_name, version.number) == ("Mô hình lạ", "Phường 4", 1)
    assert read(version.package).programmes[0].kind == make.KIND


def test_what_left_enters_again() -> None:
    raw = actions.export_package(make.version(), by=make.clerk(), now=make.NOW)
    with pytest.raises(RuleBroken, match="đã có gói này"):
        actions.import_package(raw, by=make.above(), now=make.NOW)


def test_a_known_model_gets_a_new_edition() -> None:
    first, hoa = _enter(_sheet()), make.above("hai")
    package = make.package(roles=["Trưởng Công an xã"])
    raw = json.dumps(_sheet(package=package, digest=digest(package))).encode()
    second = actions.import_package(raw, by=hoa, now=make.NOW)
    assert (second.reform, second.number) == (first.reform, 2)


def test_another_commune_does_not_change_a_model() -> None:
    make.version(make.reform("mo-hinh-la", "Mô hình lạ", owner=make.other_commune()))
    package = make.package(roles=["Trưởng Công an xã"])
    raw = json.dumps(_sheet(package=package, digest=digest(package))).encode()
    with pytest.raises(RuleBroken, match="đã có trong kho"):
        actions.import_package(raw, by=make.leader(), now=make.NOW)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param({"gandan_package": 2}, "Cập nhật", id="newer file"),
        pytest.param({"gandan_package": "x"}, "không phải gói", id="no package"),
        pytest.param({"digest": "0"}, "không khớp", id="tampered"),
        pytest.param({"package": {}}, "hỏng", id="empty"),
        pytest.param({"reform": {"code": "../../x", "name": "x", "summary": "x"}}, "hỏng", id="bad code"),
        pytest.param({"reform": {"code": "x", "name": "x" * 300, "summary": "x"}}, "hỏng", id="too long"),
        pytest.param({"reform": {"code": "x", "name": "x", "summary": "x", "year": "năm"}}, "hỏng", id="year of words"),
        pytest.param({"reform": {"code": ["x"]}}, "hỏng", id="list for a code"),
        pytest.param({"reform": {"code": "x", "name": "x", "summary": "x", "kind": "trò chơi"}}, "hỏng", id="bad kind"),
    ],
)
def test_refused(change: dict[str, Any], words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        _enter(_sheet(**change))
    assert not Reform.objects.exists()


def test_a_newer_package_or_kind_is_refused_with_the_remedy() -> None:
    for package in (make.package(format=2), make.package(programmes=[{"kind": "time_travel"}])):
        raw = json.dumps(_sheet(package=package, digest=digest(package))).encode()
        with pytest.raises(RuleBroken, match="Cập nhật phần mềm"):
            actions.import_package(raw, by=make.clerk(username=f"m{len(raw)}"), now=make.NOW)


@pytest.mark.parametrize(
    "raw", [b"", b"\xff\xfe", b"[1]", b"{", b"[" * 100000], ids=["empty", "bytes", "list", "cut", "deep"]
)
def test_no_file_at_all(raw: bytes) -> None:
    with pytest.raises(RuleBroken):
        actions.import_package(raw, by=make.above(), now=make.NOW)
