"""Addresses of publishing."""

from django.urls import URLPattern, path

from .views import display, officer

app_name = "publishing"

display_urls: list[URLPattern] = [
    path("man-hinh/led/may-phat.js", display.worker, name="worker"),
    path("man-hinh/led/<str:key>/", display.screen, name="screen"),
    path("man-hinh/led/<str:key>/nhat-ky/", display.plays, name="plays"),
    path("man-hinh/led/<str:key>/tep/<int:pk>/", display.clip_file, name="clip_file"),
]
officer_urls: list[URLPattern] = [
    path("can-bo/man-hinh/", officer.playlists, name="playlists"),
    path("can-bo/man-hinh/them/", officer.keep_screen, name="keep_screen"),
    path("can-bo/man-hinh/clip/", officer.add_clip, name="add_clip"),
    path("can-bo/man-hinh/clip/<int:pk>/go/", officer.withdraw_clip, name="withdraw_clip"),
    path("can-bo/man-hinh/khan-cap/", officer.interrupt, name="interrupt"),
    path("can-bo/man-hinh/khan-cap/<int:pk>/thoi/", officer.end_interruption, name="end_interruption"),
    path("can-bo/man-hinh/<int:pk>/", officer.screen_detail, name="screen_detail"),
    path("can-bo/man-hinh/<int:pk>/sua/", officer.change_screen, name="change_screen"),
    path("can-bo/man-hinh/<int:pk>/danh-sach/", officer.arrange, name="arrange"),
]

urlpatterns = display_urls + officer_urls
