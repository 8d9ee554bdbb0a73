from pathlib import Path

from django.core.files.base import ContentFile

from gandan.core.storage import SealedStorage


def test_files_lie_sealed_on_disk_and_read_back(tmp_path: Path) -> None:
    storage = SealedStorage(location=tmp_path)
    name = storage.save("papers/a.txt", ContentFile("Giấy chứng sinh".encode()))
    assert "Giấy".encode() not in (tmp_path / name).read_bytes()
    with storage.open(name) as opened:
        assert opened.read().decode() == "Giấy chứng sinh"
