"""After its time the file is gone, the row says when."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from gandan.core.errors import RuleBroken
from gandan.hotline import actions
from gandan.hotline.models import Recording

from . import make

pytestmark = pytest.mark.django_db


def test_the_file_goes(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> None:
    one = make.recording()
    path = Path(one.file.path)
    with pytest.raises(RuleBroken, match="thời gian lưu"):
        actions.delete_recording(one, by=None, now=make.at(days=80))
    with django_capture_on_commit_callbacks(execute=True):
        actions.delete_recording(one, by=None, now=make.at(days=91))
    assert not path.exists()
    assert Recording.objects.get().deleted_at == make.at(days=91)


def test_an_open_hearing_keeps_it() -> None:
    one = make.asked()
    late = one.recording.kept_until + timedelta(days=1)
    assert not Recording.objects.expired(late).exists()
    actions.refuse_listening(one, "Không cần", by=make.hoa(), now=make.NOW)
    assert Recording.objects.expired(late).exists()
