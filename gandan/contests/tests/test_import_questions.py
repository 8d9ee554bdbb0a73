"""A file of questions, all or none."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gandan.contests.models import Question

from . import make

pytestmark = pytest.mark.django_db

HEAD = "lĩnh vực,câu hỏi,đáp án,căn cứ,A,B\n"


def send(client: Client, text: str) -> str:
    client.force_login(make.hoa())
    told = {"file": SimpleUploadedFile("cau-hoi.csv", text.encode())}
    return client.post("/lanh-dao/thi-dua/cau-hoi/nhap-tep/", told, follow=True).content.decode()


def test_it_works(client: Client) -> None:
    rows = "Hộ tịch,Câu một?,B,Điều 1,Sai,Đúng\nHộ tịch,Câu hai?,A,,Đúng,Sai\n"
    assert "2 câu hỏi mới" in send(client, HEAD + rows)
    assert "bỏ qua 2 câu" in send(client, HEAD + rows)
    assert Question.objects.get(text="Câu một?").right_choice == "Đúng"


def test_a_bad_line_is_named_and_nothing_is_kept(client: Client) -> None:
    assert "Dòng 3" in send(client, HEAD + "Hộ tịch,Câu một?,B,,Sai,Đúng\nHộ tịch,Câu hai?,D,,Đúng,Sai\n")
    assert not Question.objects.exists()
