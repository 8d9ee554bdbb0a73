"""Addresses of programmes, one list per audience."""

from django.urls import URLPattern, path

from .views import calendar, detail, public, switching

app_name = "programmes"

PUBLIC = [
    path("lich-phuc-vu/", public.week, name="public"),
    path("lich-phuc-vu/quy-dinh/<int:pk>/", public.public_regulation, name="public_regulation"),
]

OFFICER = [
    path("can-bo/chuong-trinh/", calendar.calendar, name="calendar"),
    path("can-bo/chuong-trinh/moi/", calendar.choose, name="choose"),
    path("can-bo/chuong-trinh/moi/<kind>/", switching.switch_on, name="switch_on"),
    path("can-bo/chuong-trinh/quy-dinh/<int:pk>/", detail.regulation, name="regulation"),
    path("can-bo/chuong-trinh/<int:pk>/", detail.detail, name="detail"),
    path("can-bo/chuong-trinh/<int:pk>/doi/", switching.change, name="change"),
    path("can-bo/chuong-trinh/<int:pk>/dung/", switching.switch_off, name="switch_off"),
    path("can-bo/chuong-trinh/<int:pk>/huy/", switching.call_off, name="call_off"),
]

urlpatterns: list[URLPattern] = [*PUBLIC, *OFFICER]
