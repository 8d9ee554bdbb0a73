"""Addresses of feedback."""

from django.urls import URLPattern, path

from .views import about_dossier, collecting, leader, officer, open311, public, reporting, streets
from .views.pressing import WORDS

app_name = "feedback"
OFFICER = "can-bo/phan-anh/"

OPEN311 = "open311/v2/"

CITIZENS: list[URLPattern] = [
    path("phan-anh/", public.index, name="public"),
    path("phan-anh/gui/", reporting.report, name="report"),
    path("phan-anh/ban-do.svg", reporting.ground, name="ground"),
    path("phan-anh/gan-day/", reporting.nearby, name="nearby"),
    path("phan-anh/xep-loai/", reporting.guess, name="guess"),
    path("phan-anh/viec/<int:pk>/", public.shown, name="shown"),
    path("phan-anh/viec/<int:pk>/theo-doi/", public.subscribe, name="subscribe"),
    path("phan-anh/viec/<int:pk>/anh/<str:key>/", public.shown_photo, name="shown_photo"),
    path("phan-anh/ho-so/<str:key>/", about_dossier.about_dossier, name="about_dossier"),
    path("phan-anh/<str:key>/", public.follow, name="follow"),
    *(path(f"phan-anh/<str:key>/{word}/", public.press, {"verb": verb}, name=f"{verb}_own")
      for verb, word in public.WORDS.items()),
    path("phan-anh/<str:key>/anh/<str:photo>/", public.own_photo, name="own_photo"),
    path("y-kien-tuan/<str:key>/", collecting.week, name="week"),
]  # fmt: skip
APPLICATIONS = [
    path(f"{OPEN311}discovery.<str:kind>", open311.discovery, name="open311_discovery"),
    path(f"{OPEN311}services.<str:kind>", open311.services, name="open311_services"),
    path(f"{OPEN311}services/<str:service>.<str:kind>", open311.service, name="open311_service"),
    path(f"{OPEN311}requests.<str:kind>", open311.requests, name="open311_requests"),
    path(f"{OPEN311}requests/<str:number>.<str:kind>", open311.one_request, name="open311_request"),
    path(f"{OPEN311}tokens/<str:token>.<str:kind>", open311.token, name="open311_token"),
]
QUEUE = [
    path(OFFICER, officer.index, name="index"),
    path(f"{OFFICER}giao/", officer.direct_many, name="direct_many"),
    path(f"{OFFICER}ghi/", officer.enter, name="enter"),
    path(f"{OFFICER}so/", officer.book, name="book"),
    path(f"{OFFICER}<int:pk>/", officer.detail, name="detail"),
    path(f"{OFFICER}<int:pk>/phieu-de-xuat.pdf", officer.slip, name="slip"),
    path(f"{OFFICER}<int:pk>/anh/<str:key>/", officer.photo, name="photo"),
    path(f"{OFFICER}<int:pk>/anh/<str:key>/cong-khai/", officer.show_photo, name="show_photo"),
    *(path(f"{OFFICER}<int:pk>/{word}/", officer.press, {"verb": verb}, name=verb) for verb, word in WORDS.items()),
]
BOX, WEEK = f"{OFFICER}hom-thu/", f"{OFFICER}tuan/"
COLLECTING = [
    path(BOX, collecting.boxes, name="boxes"),
    path(f"{BOX}them/", collecting.keep_box, name="add_box"),
    path(f"{BOX}<int:pk>/", collecting.keep_box, name="keep_box"),
    path(f"{BOX}<int:pk>/mo/", collecting.open_box, name="open_box"),
    path(f"{BOX}lan-mo/<int:pk>/", collecting.opening, name="opening"),
    path(f"{BOX}lan-mo/<int:pk>/bien-ban.pdf", collecting.opening_paper, name="opening_paper"),
    path(f"{BOX}lan-mo/<int:pk>/anh/", collecting.opening_photo, name="opening_photo"),
    path(WEEK, collecting.weeks, name="weeks"),
    path(f"{WEEK}them/", collecting.keep_source, name="add_source"),
    path(f"{WEEK}<int:pk>/", collecting.keep_source, name="keep_source"),
    path(f"{WEEK}<int:pk>/ghi/", collecting.enter_week, name="enter_week"),
]
STREET = f"{OFFICER}tuyen/"
STREETS = [
    path(STREET, streets.streets, name="streets"),
    path(f"{STREET}them/", streets.keep_street, name="add_street"),
    path(f"{STREET}<int:pk>/", streets.street, name="street"),
    path(f"{STREET}<int:pk>/sua/", streets.keep_street, name="keep_street"),
    path(f"{STREET}<int:pk>/ho/", streets.keep_household, name="add_household"),
    path(f"{STREET}<int:pk>/ho/<int:household>/", streets.keep_household, name="keep_household"),
    path(f"{STREET}<int:pk>/dot/", streets.begin_round, name="begin_round"),
    path(f"{STREET}dot/<int:pk>/", streets.a_round, name="round"),
    path(f"{STREET}dot/<int:pk>/ho/<int:household>/", streets.contact, name="contact"),
    path(f"{STREET}dot/<int:pk>/xong/", streets.close_round, name="close_round"),
    path(f"{STREET}cam-ket/<int:pk>/", streets.check_commitment, name="check_commitment"),
    path(f"{OFFICER}don-vi/", streets.units, name="units"),
]
LEADER = [path("lanh-dao/phan-anh/", leader.leader_page, name="leader")]

urlpatterns: list[URLPattern] = [*CITIZENS, *APPLICATIONS, *QUEUE, *COLLECTING, *STREETS, *LEADER]
