"""Addresses of the app, one list per audience."""

from django.urls import URLPattern, path

from .views import calendar, hamlets, offices

app_name = "places"

OFFICER = [
    path("can-bo/co-quan/", offices.agency, name="agency"),
    path("can-bo/co-quan/<str:code>/sua/", offices.edit_agency, name="edit_agency"),
    path("can-bo/gio-lam-viec/", offices.office_hours, name="office_hours"),
    path("can-bo/gio-lam-viec/sua/", offices.set_sessions, name="set_sessions"),
    path("can-bo/lich/", calendar.calendar, name="calendar"),
    path("can-bo/lich/nam/<int:year>/bo-xac-nhan/", calendar.unconfirm_year, name="unconfirm_year"),
    path("can-bo/lich/nam/<int:year>/tai/", calendar.export_calendar, name="export_calendar"),
    path("can-bo/lich/nam/<int:year>/xac-nhan/", calendar.confirm_year, name="confirm_year"),
    path("can-bo/lich/nap/", calendar.import_calendar, name="import_calendar"),
    path("can-bo/lich/ngay/", calendar.set_day, name="set_day"),
    path("can-bo/lich/ngay/<str:day>/", calendar.set_day, name="set_day"),
    path("can-bo/lich/ngay/<str:day>/xoa/", calendar.remove_day, name="remove_day"),
    path("can-bo/thon/", hamlets.hamlets, name="hamlets"),
    path("can-bo/thon/<int:pk>/sua/", hamlets.edit_hamlet, name="edit_hamlet"),
    path("can-bo/thon/<int:pk>/xoa/", hamlets.remove_hamlet, name="remove_hamlet"),
    path("can-bo/thon/nap/", hamlets.import_hamlets, name="import_hamlets"),
    path("can-bo/thon/them/", hamlets.add_hamlet, name="add_hamlet"),
]

urlpatterns: list[URLPattern] = OFFICER
