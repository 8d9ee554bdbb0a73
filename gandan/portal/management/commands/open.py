"""`gandan open 11131 --administrator USERNAME`: begin real use: the commune serves, its first administrator can sign in."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.timezone import localdate

from gandan.people.actions import RoleTerm, StaffDetails, add_staff, give_role
from gandan.people.models import Role
from gandan.people.passwords import one_time_password
from gandan.places.actions import open_commune
from gandan.places.models import Agency, AgencyKind


class Command(BaseCommand):
    help = "Mở xã để dùng thật và tạo tài khoản đầu tiên: quản trị của xã, hoặc người theo dõi cấp tỉnh."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", metavar="MÃ", help="mã xã (5 số) hoặc mã tỉnh (2 số)")
        parser.add_argument("--identifier", default="", help="mã định danh điện tử của xã, ví dụ 000.31.52.H24")
        parser.add_argument("--administrator", required=True, metavar="TÊN", help="tên đăng nhập của người đầu tiên")
        parser.add_argument("--name", default="", help="họ và tên của người ấy")

    @transaction.atomic
    def handle(self, *_: Any, code: str, **options: Any) -> None:
        agency = Agency.objects.filter(code=code, kind__in=(AgencyKind.COMMUNE, AgencyKind.PROVINCE)).first()
        if agency is None:
            raise CommandError(f"Không có xã hoặc tỉnh mang mã {code}.")
        if agency.kind == AgencyKind.COMMUNE:
            open_commune(agency, identifier=options["identifier"])
        password, role = one_time_password(), Role.ADMINISTRATOR if agency.commune_id else Role.OVERSIGHT
        details = StaffDetails(username=options["administrator"], full_name=options["name"])
        user = add_staff(agency, details, password=password, by=None)
        give_role(user, RoleTerm(agency=agency, role=role, since=localdate()), by=None)
        self.stdout.write(
            f"{agency.name}: {user.username} đăng nhập lần đầu bằng mật khẩu {password}, chỉ hiện lần này."
        )
