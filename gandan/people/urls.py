"""Addresses of the app, one list per audience."""

from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter

from .views import citizen, officer, public


class UsernameConverter(StringConverter):
    regex = r"[a-z0-9._-]{1,80}"


register_converter(UsernameConverter, "username")
app_name = "people"

PUBLIC = [
    path("dang-nhap/", public.citizen_sign_in, name="citizen_sign_in"),
    path("dang-nhap/ma/", public.citizen_code, name="citizen_code"),
    path("dang-nhap/gui-lai-ma/", public.resend_code, name="resend_code"),
    path("dang-nhap/can-bo/", public.sign_in, name="sign_in"),
    path("dang-nhap/can-bo/ma/", public.second_factor, name="second_factor"),
    path("dang-nhap/can-bo/ung-dung-xac-thuc/", public.enrol_second_factor, name="enrol_second_factor"),
    path("dang-nhap/can-bo/ma-du-phong/", public.recovery_codes, name="recovery_codes"),
    path("dang-nhap/can-bo/mat-khau/", public.change_password, name="change_password"),
    path("dang-xuat/", public.sign_out, name="sign_out"),
    path("sau-dang-nhap/", public.after_sign_in, name="after_sign_in"),
]

CITIZEN = [
    path("cong-dan/ho-ten/", citizen.introduce, name="introduce"),
]

OFFICER = [
    path("can-bo/nhan-su/", officer.staff, name="staff"),
    path("can-bo/nhan-su/them/", officer.add_staff, name="add_staff"),
    path("can-bo/nhan-su/<username:username>/", officer.staff_member, name="staff_member"),
    path("can-bo/nhan-su/<username:username>/sua/", officer.edit_staff, name="edit_staff"),
    path("can-bo/nhan-su/<username:username>/vai-tro/", officer.give_role, name="give_role"),
    path("can-bo/nhan-su/<username:username>/vai-tro/<int:pk>/thoi/", officer.end_role, name="end_role"),
    path("can-bo/nhan-su/<username:username>/ngung/", officer.deactivate, name="deactivate"),
    path("can-bo/nhan-su/<username:username>/mo-lai/", officer.reactivate, name="reactivate"),
    path("can-bo/nhan-su/<username:username>/dat-lai-mat-khau/", officer.reset_password, name="reset_password"),
    path("can-bo/nhan-su/<username:username>/go-xac-thuc/", officer.reset_second_factor, name="reset_second_factor"),
]

urlpatterns: list[URLPattern] = [*PUBLIC, *CITIZEN, *OFFICER]
