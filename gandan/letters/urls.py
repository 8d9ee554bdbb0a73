"""Addresses of letters."""

from django.urls import path

from .views import letters, more

app_name = "letters"
OFFICER = "can-bo/thu-tu/"
WORDS = {
    "present_letter": "trinh-ky",
    "sign_letter": "ky",
    "send_letter_back": "tra-lai",
    "deliver_letter": "da-trao",
    "drop_letter": "khong-gui",
}

urlpatterns = [
    path(OFFICER, letters.index, name="index"),
    path(f"{OFFICER}moi/", letters.new, name="new"),
    path(f"{OFFICER}dong-gop/", more.contributions, name="contributions"),
    path(f"{OFFICER}mau/", more.texts, name="texts"),
    path(f"{OFFICER}mau/<str:kind>/", more.text, name="text"),
    path(f"{OFFICER}ngay-le/", more.greetings, name="greetings"),
    path(f"{OFFICER}ngay-le/<int:pk>/", more.greeting, name="greeting"),
    path(f"{OFFICER}ngay-le/<int:pk>/duyet/", more.approve, name="approve_greeting"),
    path(f"{OFFICER}kenh/<int:pk>/", more.air, name="air_greeting"),
    path(f"{OFFICER}<int:pk>/", letters.detail, name="detail"),
    path(f"{OFFICER}<int:pk>/sua/", letters.edit, name="edit"),
    path(f"{OFFICER}<int:pk>/to-giay.<str:kind>", letters.paper, name="paper"),
    path(f"{OFFICER}<int:pk>/anh/", letters.proof, name="proof"),
    *(path(f"{OFFICER}<int:pk>/{word}/", letters.press, {"verb": verb}, name=verb) for verb, word in WORDS.items()),
    path("loi-chuc/", more.greeting_page, name="public_greetings"),
    path("cong-dan/thu-cua-xa/", more.choose, name="choose"),
]
