"""Addresses of dialogue."""

from django.urls import path

from .views import calendar, conferences, laws, petitions, public, rights, turns, visits

app_name = "dialogue"
PUBLIC, CALENDAR, PETITIONS = "tiep-cong-dan/", "can-bo/tiep-cong-dan/", "can-bo/don-thu/"
TALKS, VISITS = "can-bo/doi-thoai/", "can-bo/xuong-co-so/"

urlpatterns = [
    path(PUBLIC, public.calendars, name="public"),
    path(f"{PUBLIC}lich.ics", public.feed, name="feed"),
    path(f"{PUBLIC}ap-phich/", public.poster, name="poster"),
    path(f"{PUBLIC}tra-loi/", public.answers, name="answers"),
    path(f"{PUBLIC}luot/<str:key>/", public.turn, name="turn_of_citizen"),
    path(f"{PUBLIC}luot/<str:key>/huy/", public.cancel_turn, name="cancel_turn_of_citizen"),
    path(f"{PUBLIC}buoi/<str:key>/", public.occasion, name="occasion_for_all"),
    path(f"{PUBLIC}buoi/<str:key>/dang-ky/", public.book_turn, name="book"),
    path(f"{PUBLIC}buoi/<str:key>/cau-hoi/", public.ask_question, name="ask_question"),
    path(CALENDAR, calendar.index, name="index"),
    path(f"{CALENDAR}them/", calendar.plan_occasion, name="plan_occasion"),
    path(f"{CALENDAR}cong-bo/", calendar.publish_month, name="publish_month"),
    path(f"{CALENDAR}noi-quy/", calendar.desk, name="desk"),
    path(f"{CALENDAR}nghia-vu/", laws.duties, name="checklist"),
    path(f"{CALENDAR}buoi/<int:pk>/", calendar.occasion, name="occasion"),
    path(f"{CALENDAR}buoi/<int:pk>/doi/", calendar.change_occasion, name="change_occasion"),
    path(f"{CALENDAR}buoi/<int:pk>/huy/", calendar.cancel_occasion, name="cancel_occasion"),
    path(f"{CALENDAR}buoi/<int:pk>/da-lam/", calendar.hold_occasion, name="hold_occasion"),
    path(f"{CALENDAR}buoi/<int:pk>/y-kien/", calendar.raise_opinion, name="raise_opinion"),
    path(f"{CALENDAR}buoi/<int:pk>/dang-ky/", turns.book_turn, name="book_turn"),
    path(f"{CALENDAR}buoi/<int:pk>/khach-moi/", conferences.note_guests, name="note_guests"),
    path(f"{CALENDAR}buoi/<int:pk>/bien-ban.pdf", calendar.minutes, name="minutes"),
    path(f"{CALENDAR}buoi/<int:pk>/y-kien.xlsx", conferences.opinions_table, name="opinions_table"),
    path(f"{CALENDAR}buoi/<int:pk>/anh/", calendar.photo, name="photo"),
    path(f"{CALENDAR}luot/<int:pk>/", turns.turn, name="turn"),
    path(f"{CALENDAR}luot/<int:pk>/<slug:kind>.pdf", turns.turn_paper, name="turn_paper"),
    path(f"{CALENDAR}luot/<int:pk>/<slug:verb>/", turns.press_turn, name="press_turn"),
    path(PETITIONS, petitions.petitions, name="petitions"),
    path(f"{PETITIONS}nhan/", petitions.receive_petition, name="receive_petition"),
    path(f"{PETITIONS}so/", petitions.book, name="book_of_petitions"),
    path(f"{PETITIONS}quyen/", rights.rights, name="rights"),
    path(f"{PETITIONS}quyen/<int:pk>/thu-hoi/", rights.take_sealed_right, name="take_sealed_right"),
    path(f"{PETITIONS}<int:pk>/", petitions.petition, name="petition"),
    path(f"{PETITIONS}<int:pk>/<slug:verb>/", petitions.press_petition, name="press_petition"),
    path(TALKS, conferences.conferences, name="conferences"),
    path(f"{TALKS}y-kien/<int:pk>/", conferences.opinion, name="opinion"),
    path(f"{TALKS}y-kien/<int:pk>/<slug:verb>/", conferences.press_opinion, name="press_opinion"),
    path(f"{TALKS}nguoi-uy-tin/", conferences.notables, name="notables"),
    path(f"{TALKS}nguoi-uy-tin/them/", conferences.keep_notable, name="add_notable"),
    path(f"{TALKS}nguoi-uy-tin/<int:pk>/", conferences.keep_notable, name="keep_notable"),
    path(VISITS, visits.visits, name="visits"),
    path(f"{VISITS}<int:pk>/", visits.diary, name="diary"),
    path("lanh-dao/tiep-cong-dan/", laws.record, name="leader"),
]
