"""Addresses of the app, one list per audience."""

from django.urls import URLPattern, path

from .views import citizen, filing, paying, public
from .views.officer import counter, detail, extension, money, printing, reception, working

app_name = "dossiers"

DRAFT = "nop-ho-so/ban-nhap/<str:key>/"
MINE = "cong-dan/ho-so/<str:code>/"

public_urls: list[URLPattern] = [
    path("nop-ho-so/<str:code>/", filing.start, name="start"),
    path(DRAFT, filing.draft, name="draft"),
    path(f"{DRAFT}kiem-tra/", filing.check, name="check"),
    path(f"{DRAFT}nhan/", filing.own_draft, name="own_draft"),
    path(f"{DRAFT}xoa/", filing.discard_draft, name="discard_draft"),
    path(f"{DRAFT}giay-to/<str:paper>/", filing.draft_paper, name="draft_paper"),
    path(f"{DRAFT}giay-to/<str:paper>/xoa/", filing.remove_paper, name="remove_paper"),
    path(f"{DRAFT}<str:step>/", filing.step, name="step"),
    path("ho-so/<str:key>/giay-hen/", public.receipt, name="receipt"),
    path("ho-so/<str:key>/giay-hen.pdf", public.receipt_pdf, name="receipt_pdf"),
    path("ho-so/<str:key>/nop-tien/", paying.pay, name="pay"),
    path("theo-doi/<str:key>/", public.track, name="track"),
    path("tra-cuu/", public.look_up, name="look_up"),
    path("thanh-toan/ngan-hang/", paying.bank_message, name="bank_message"),
]
citizen_urls: list[URLPattern] = [
    path(MINE, citizen.mine, name="mine"),
    path(f"{MINE}bo-sung/", citizen.send_supplement, name="send_supplement"),
    path(f"{MINE}rut/", citizen.withdraw_mine, name="withdraw_mine"),
    path(f"{MINE}danh-gia/", citizen.rate, name="rate"),
    path(f"{MINE}ket-qua/<str:key>/", citizen.my_result, name="my_result"),
    path(f"{MINE}giay-to/<str:key>/", citizen.my_paper, name="my_paper"),
]
OFFICER = "can-bo/ho-so/<str:code>"
VERBS = {
    "tiep-nhan": reception.receive,
    "yeu-cau-bo-sung": reception.ask_supplement,
    "bo-sung": reception.resubmit,
    "tu-choi": reception.refuse,
    "rut": reception.withdraw,
    "dung": reception.stop,
    "chuyen-xu-ly": working.hand_over,
    "nhan-viec": working.hold,
    "phe-duyet": working.approve,
    "tra-ket-qua": working.return_result,
    "dinh-chinh": working.correct,
    "yeu-cau-nop-tien": money.ask_payment,
    "thu-tien": money.take_cash,
    "xac-nhan-nop-tien": money.confirm_payment,
    "gia-han": extension.draft_extension,
    "ky-gia-han": extension.extend,
    "quet-giay-to": detail.scan_paper,
    "tai-cho": counter.on_the_spot,
    "phieu-quay": counter.counter_receipt,
}
"""Vietnamese word in the address of a dossier → the view, whose name is the verb and the name of the address."""

officer_urls: list[URLPattern] = [
    path("can-bo/ho-so-moi/", counter.counter, name="counter"),
    path("can-bo/ho-so-moi/<str:procedure>/", counter.counter_form, name="counter_form"),
    path("can-bo/so-theo-doi/", printing.register, name="register"),
    path(f"{OFFICER}/", detail.detail, name="detail"),
    path(f"{OFFICER}/giay/<str:key>/", detail.paper, name="paper"),
    path(f"{OFFICER}/giay/<str:key>/so-hoa/", detail.digitise, name="digitise"),
    path(f"{OFFICER}/ket-qua/<str:key>/", detail.result_file, name="result_file"),
    path(f"{OFFICER}/buoc/<int:leg>/xong/", working.finish_leg, name="finish_leg"),
    path(f"{OFFICER}/mau/<str:number>.<str:kind>", printing.printed, name="printed"),
    *(path(f"{OFFICER}/{word}/", view, name=view.__name__) for word, view in VERBS.items()),
]

urlpatterns = [*public_urls, *citizen_urls, *officer_urls]
