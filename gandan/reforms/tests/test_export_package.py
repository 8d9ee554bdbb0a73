import json

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.packages import digest
from gandan.reforms.tests import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    sheet = json.loads(actions.export_package(make.version(), by=make.clerk(), now=make.NOW))
    assert sheet["reform"]["code"] == "ngay-thu-nam-khong-hen"
    assert sheet["digest"] == digest(sheet["package"])


def test_a_package_to_come_is_not_exported() -> None:
    version = make.version()
    version.package = {}
    with pytest.raises(RuleBroken, match="chưa có gói"):
        actions.export_package(version, by=make.clerk(), now=make.NOW)
