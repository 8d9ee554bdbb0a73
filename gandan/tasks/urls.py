"""Addresses of tasks."""

from django.urls import path

from .views import leader as leaders
from .views import officer as officers
from .views.pressing import VERBS

app_name = "tasks"

officer = [
    path("can-bo/nhiem-vu/", officers.index, name="index"),
    path("can-bo/nhiem-vu/<int:pk>/", officers.detail, name="detail"),
    *(
        path(f"can-bo/nhiem-vu/<int:pk>/{verb.word}/", officers.press, {"name": verb.name}, name=verb.name)
        for verb in VERBS
        if verb.is_unit
    ),
]
leader = [
    path("lanh-dao/nhiem-vu/", leaders.overview, name="overview"),
    path("lanh-dao/nhiem-vu/moi/", leaders.assign, name="assign_task"),
    path("lanh-dao/nhiem-vu/<int:pk>/", leaders.leader_detail, name="leader_detail"),
    *(
        path(f"lanh-dao/nhiem-vu/<int:pk>/{verb.word}/", leaders.judge, {"name": verb.name}, name=verb.name)
        for verb in VERBS
        if not verb.is_unit
    ),
]
urlpatterns = [*officer, *leader]
