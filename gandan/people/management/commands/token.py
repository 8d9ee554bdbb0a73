"""Print a bearer token for the API, once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from gandan.people.actions import give_token
from gandan.people.models import User


class Command(BaseCommand):
    help = "Cấp mã truy cập API cho một cán bộ. Mã chỉ hiện lần này."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", metavar="USERNAME", help="tên đăng nhập của cán bộ")

    def handle(self, *_: Any, username: str, **__: Any) -> None:
        user = User.objects.filter(username=username, is_staff_member=True).first()
        if user is None:
            raise CommandError(f"Không có cán bộ nào tên đăng nhập là “{username}”.")
        self.stdout.write(give_token(user, now=timezone.now()))
