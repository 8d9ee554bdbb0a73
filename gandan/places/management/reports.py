"""What the importing commands read and say."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from gandan.places.actions import Imported
from gandan.places.reading import BrokenRow, text_of


def file_text(path: Path) -> str:
    """The text of a file; CommandError when there is none, RuleBroken when it is not UTF-8."""
    try:
        return text_of(path.read_bytes())
    except OSError as error:
        raise CommandError(f"Không mở được tệp {path}: {error.strerror}.") from error


def end_with(command: BaseCommand, imported: Imported, broken: list[BrokenRow], *, what: str) -> None:
    """Refused lines on stderr, the sum on stdout; CommandError (status 1) when a line was refused or nothing was there."""
    for row in broken:
        command.stderr.write(str(row))
    command.stdout.write(
        f"Đã nạp: {imported.added} {what} mới, {imported.changed} thay đổi, {imported.same} giữ nguyên."
    )
    if broken:
        raise CommandError(f"{len(broken)} dòng bị từ chối, các dòng khác đã nạp.")
    if imported == Imported(0, 0, 0):
        raise CommandError("Tệp không có dòng nào để nạp.")
