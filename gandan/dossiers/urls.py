"""Addresses of the app, one list per audience."""

from django.urls import URLPattern, path

from .views import citizen, filing, paying, public, visits
from .views.officer import (
    chosen,
    counter,
    detail,
    extension,
    home_returns,
    kept_scans,
    money,
    printing,
    programmes,
    reception,
    reduction,
    working,
)

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
    path("theo-doi/<str:key>/lay-so/", visits.draw_for_result, name="draw_for_result"),
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
HOME = "can-bo/tra-tai-nha/"
VERBS = {
    "receive": ("tiep-nhan", reception.receive),
    "ask_supplement": ("yeu-cau-bo-sung", reception.ask_supplement),
    "resubmit": ("bo-sung", reception.resubmit),
    "refuse": ("tu-choi", reception.refuse),
    "withdraw": ("rut", reception.withdraw),
    "stop": ("dung", reception.stop),
    "hand_over": ("chuyen-xu-ly", working.hand_over),
    "hold": ("nhan-viec", working.hold),
    "approve": ("phe-duyet", working.approve),
    "return_result": ("tra-ket-qua", working.return_result),
    "correct": ("dinh-chinh", working.correct),
    "ask_payment": ("yeu-cau-nop-tien", money.ask_payment),
    "take_cash": ("thu-tien", money.take_cash),
    "confirm_payment": ("xac-nhan-nop-tien", money.confirm_payment),
    "draft_extension": ("gia-han", extension.draft_extension),
    "fall_back": ("ve-han-thuong", programmes.fall_back),
    "extend": ("ky-gia-han", extension.extend),
    "scan_paper": ("quet-giay-to", detail.scan_paper),
    "keep_scan": ("luu-ban-quet", kept_scans.keep_scan),
    "promise_home_return": ("mang-den-nha", home_returns.promise_home_return),
    "on_the_spot": ("tai-cho", counter.on_the_spot),
    "counter_receipt": ("phieu-quay", counter.counter_receipt),
}
"""Verb, which is also the name of the address → its Vietnamese word in the address, and the view."""

officer_urls: list[URLPattern] = [
    path("can-bo/ho-so-moi/", counter.counter, name="counter"),
    path("can-bo/ho-so-moi/<str:procedure>/", counter.counter_form, name="counter_form"),
    path("can-bo/so-theo-doi/", printing.register, name="register"),
    path("can-bo/ban-luu/", kept_scans.kept_scans, name="kept_scans"),
    path("can-bo/chuong-trinh/<int:pk>/thu-tuc/", chosen.chosen_procedures, name="chosen_procedures"),
    path("can-bo/chuong-trinh/<int:pk>/rut-ngan/", reduction.reduction, name="reduction"),
    path(HOME, home_returns.home_returns, name="home_returns"),
    path(f"{HOME}phieu.pdf", home_returns.trip, name="trip"),
    path(f"{HOME}<int:pk>/", home_returns.home_return, name="home_return"),
    path(f"{HOME}<int:pk>/thu.<str:kind>", home_returns.letter, name="letter"),
    path(f"{HOME}<int:pk>/bang-chung/", home_returns.proof, name="home_return_proof"),
    path(f"{HOME}<int:pk>/da-trao/", home_returns.deliver_home_return, name="deliver_home_return"),
    path(f"{HOME}<int:pk>/chua-gap/", home_returns.miss_home_return, name="miss_home_return"),
    path(f"{HOME}<int:pk>/thoi/", home_returns.cancel_home_return, name="cancel_home_return"),
    path(f"{OFFICER}/", detail.detail, name="detail"),
    path(f"{OFFICER}/giay/<str:key>/", detail.paper, name="paper"),
    path(f"{OFFICER}/giay/<str:key>/so-hoa/", detail.digitise, name="digitise"),
    path(f"{OFFICER}/ket-qua/<str:key>/", detail.result_file, name="result_file"),
    path(f"{OFFICER}/buoc/<int:leg>/xong/", working.finish_leg, name="finish_leg"),
    path(f"{OFFICER}/bien-lai/<int:payment>.<str:kind>", printing.cash_receipt, name="cash_receipt"),
    path(f"{OFFICER}/mau/<str:number>.<str:kind>", printing.printed, name="printed"),
    *(path(f"{OFFICER}/{word}/", view, name=verb) for verb, (word, view) in VERBS.items()),
]

urlpatterns = [*public_urls, *citizen_urls, *officer_urls]
