"""A person mends what could not be merged."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make
from gandan.dossiers.workflow import Status
from gandan.outreach import actions

from . import field

pytestmark = pytest.mark.django_db


def test_it_works_with_its_pictures() -> None:
    make.version()
    came = field.recorded(applicant={"name": "Đỗ Văn Tuấn", "phone": "12"}, seen=[])
    came = actions.Recorded(
        came.key, came.kind, came.recorded_at, came.content, (("birth_proof", make.photo().read()),)
    )
    kept = actions.merge_record(field.session(), came, by=field.minh(), now=field.SATURDAY)
    assert kept.problem

    with pytest.raises(RuleBroken, match="điện thoại"):
        actions.settle_record(kept, changes={}, by=field.minh(), now=field.SATURDAY)
    changes = {"applicant": {"name": "Đỗ Văn Tuấn", "phone": "0912345118"}}
    settled = actions.settle_record(kept, changes=changes, by=field.minh(), now=field.SATURDAY)
    assert settled.dossier is not None
    assert (settled.problem, settled.dossier.status, settled.dossier.papers.count()) == ("", Status.RECEIVED, 1)
    with pytest.raises(RuleBroken, match="đã được giải quyết"):
        actions.settle_record(kept, changes=changes, by=field.minh(), now=field.SATURDAY)
