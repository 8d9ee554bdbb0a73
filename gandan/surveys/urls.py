"""Addresses of surveys."""

from django.urls import path

from .views import building, citizen, consultations, display, leader, officer, paper, public

app_name = "surveys"
OFFICER, DRAFTS = "can-bo/khao-sat/", "can-bo/tham-van/"
STEPS = {
    "open_survey": "mo", "close_survey": "dong", "summarise_survey": "tong-hop", "publish_survey": "cong-bo",
}  # fmt: skip
CONSULTING = {"open_consultation": "mo", "close_consultation": "ket-thuc", "publish_consultation": "cong-bo"}

urlpatterns = [
    path("khao-sat/", public.guide, name="guide"),
    path("khao-sat/ket-qua/", public.results, name="results"),
    path("khao-sat/ket-qua/<int:pk>/", public.result, name="result"),
    path("khao-sat/ho-so/<str:key>/", public.of_dossier, name="of_dossier"),
    path("khao-sat/diem/<str:key>/", public.at_station, name="at_station"),
    path("khao-sat/<str:key>/", public.answer, name="answer"),
    path("tham-van/", consultations.consultations, name="consultations"),
    path("tham-van/<str:key>/", consultations.consultation, name="consultation"),
    path("tham-van/<str:key>/van-ban/", consultations.document, name="document"),
    path("man-hinh/khao-sat/<str:key>/", display.kiosk, name="kiosk"),
    path("cong-dan/khao-sat/", citizen.inbox, name="inbox"),
    path("cong-dan/tham-van/<str:key>/", citizen.give_opinion, name="give_opinion"),
    path(OFFICER, officer.index, name="index"),
    path(f"{OFFICER}moi/", officer.plan, name="plan"),
    path(f"{OFFICER}diem/", officer.stations, name="stations"),
    path(f"{OFFICER}ap-phich/", officer.poster, name="poster"),
    path(f"{OFFICER}phieu-moi/<str:code>/", officer.slip, name="slip"),
    path(f"{OFFICER}bo-cau-hoi/", building.questionnaires, name="questionnaires"),
    path(f"{OFFICER}bo-cau-hoi/moi/", building.add_questionnaire, name="add_questionnaire"),
    path(f"{OFFICER}bo-cau-hoi/<int:pk>/", building.preview, name="preview"),
    path(f"{OFFICER}bo-cau-hoi/<int:pk>/sua/", building.write_questions, name="write_questions"),
    path(f"{OFFICER}bo-cau-hoi/<int:pk>/sao/", building.copy_questionnaire, name="copy_questionnaire"),
    path(f"{OFFICER}lo/<int:pk>/", paper.batch, name="batch"),
    path(f"{OFFICER}<int:pk>/", officer.detail, name="detail"),
    path(f"{OFFICER}<int:pk>/phieu/", officer.sheets, name="sheets"),
    path(f"{OFFICER}<int:pk>/nhap/", paper.type_batch, name="type_batch"),
    path(f"{OFFICER}<int:pk>/mau/", officer.draw_sample, name="draw_sample"),
    path(f"{OFFICER}<int:pk>/y-kien/<uuid:comment>/bo/", officer.hide_comment, name="hide_comment"),
    *(path(f"{OFFICER}<int:pk>/{word}/", officer.press, {"verb": verb}, name=verb) for verb, word in STEPS.items()),
    path(DRAFTS, consultations.index, name="officer_consultations"),
    path(f"{DRAFTS}moi/", consultations.plan, name="plan_consultation"),
    path(f"{DRAFTS}<int:pk>/", consultations.detail, name="officer_consultation"),
    path(f"{DRAFTS}<int:pk>/nhap/", consultations.type_opinion, name="type_opinion"),
    path(f"{DRAFTS}<int:pk>/xep-nhom/", consultations.group_opinions, name="group_opinions"),
    path(f"{DRAFTS}<int:pk>/nhom/<int:group>/", consultations.answer_group, name="answer_group"),
    *(
        path(f"{DRAFTS}<int:pk>/{word}/", consultations.press, {"verb": verb}, name=verb)
        for verb, word in CONSULTING.items()
    ),
    path("lanh-dao/khao-sat/", leader.compare, name="compare"),
    path("lanh-dao/khao-sat/can-bo/", leader.officers, name="officers"),
]
