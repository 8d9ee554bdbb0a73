"""Addresses of reforms."""

from django.urls import URLPattern, path

from .views import adopting, adoption, effect, ideas, learning, recognition, registry, registry_steps, weighing
from .views.adoption_steps import ABOVE_STEPS, OFFICER_STEPS, above_step, officer_step

app_name = "reforms"
HERE, ABOVE = "can-bo/mo-hinh/", "lanh-dao/mo-hinh/"
ONE, ONE_ABOVE = f"{HERE}ap-dung/<int:pk>/", f"{ABOVE}ap-dung/<int:pk>/"

registry_fixed_urls: list[URLPattern] = [
    path(HERE, registry.index, name="index"),
    path(f"{HERE}y-tuong/", ideas.propose, name="propose"),
    path(f"{HERE}y-tuong/<slug:code>/", ideas.idea, name="idea"),
    path(f"{HERE}so-sanh/", weighing.compare, name="compare"),
    path(ABOVE, registry.province_index, name="province_index"),
    path(f"{ABOVE}cong-nhan/", recognition.province_recognitions, name="province_recognitions"),
    path(f"{ABOVE}cong-nhan/<int:pk>/", recognition.province_recognition, name="province_recognition"),
    *[
        path(f"{ABOVE}cong-nhan/<int:pk>/{word}/", recognition.decide_page(verb), name=verb)
        for verb, word in recognition.WORDS.items()
    ],
]
registry_urls: list[URLPattern] = [
    path(f"{HERE}<slug:code>/", registry.detail, name="detail"),
    path(f"{HERE}<slug:code>/van-ban/<slug:key>/", registry.package_text, name="package_text"),
    path(f"{HERE}<slug:code>/danh-gia/", weighing.weigh, name="weigh"),
    path(f"{HERE}<slug:code>/y-kien/", weighing.give_opinion, name="give_opinion"),
    path(f"{HERE}<slug:code>/khao-sat/", weighing.survey, name="survey"),
    path(f"{HERE}<slug:code>/khao-sat/<int:pk>/anh/", weighing.survey_photo, name="survey_photo"),
    path(f"{HERE}<slug:code>/de-xuat-nhan-rong/", weighing.propose_replication, name="propose_replication"),
    path(f"{HERE}<slug:code>/de-nghi-cong-nhan/", recognition.apply_for_recognition, name="apply_for_recognition"),
    *[
        path(f"{HERE}<slug:code>/{word}/", registry_steps.officer_page(verb), name=verb)
        for verb, word in registry_steps.WORDS.items()
    ],
    path(f"{ABOVE}<slug:code>/", registry.province_detail, name="province_detail"),
    path(f"{ABOVE}<slug:code>/van-ban/<slug:key>/", registry.province_package_text, name="province_package_text"),
    path(f"{ABOVE}<slug:code>/khao-sat/<int:pk>/anh/", weighing.province_survey_photo, name="province_survey_photo"),
    *[
        path(f"{ABOVE}<slug:code>/{word}/", registry_steps.leader_page(verb), name=f"province_{verb}")
        for verb, word in registry_steps.WORDS.items()
    ],
]
adoption_urls: list[URLPattern] = [
    path(f"{HERE}dang-ap-dung/", adoption.adoptions, name="adoptions"),
    path(f"{HERE}hoc-tap/", learning.visits, name="visits"),
    path(f"{HERE}hoc-tap/<int:pk>/nhan-loi/", learning.agree_visit, name="agree_visit"),
    path(f"{HERE}hoc-tap/<int:pk>/chua-tiep-duoc/", learning.decline_visit, name="decline_visit"),
    path(f"{HERE}hoc-tap/<int:pk>/ket-qua/", learning.report_visit, name="report_visit"),
    path(f"{HERE}cau-hoi/<int:pk>/tra-loi/", learning.answer_question, name="answer_question"),
    path(ONE, adoption.adoption, name="adoption"),
    path(f"{ONE}trinh/", adoption.submit, name="submit"),
    *[path(f"{ONE}{press.word}/", officer_step(verb), name=verb) for verb, press in OFFICER_STEPS.items()],
    path(f"{HERE}<slug:code>/ap-dung/", adopting.adopt, name="adopt"),
    path(f"{HERE}<slug:code>/ap-dung-ngay/", adopting.apply_here, name="apply_here"),
    path(f"{HERE}<slug:code>/nghien-cuu/", adopting.begin_adoption, name="begin_adoption"),
    path(f"{HERE}<slug:code>/hoi/", learning.ask_question, name="ask_question"),
    path(f"{HERE}<slug:code>/dat-lich-hoc-tap/", learning.book_visit, name="book_visit"),
    path(f"{HERE}<slug:code>/truyen-thong/", learning.record_launch, name="record_launch"),
    path(f"{HERE}<slug:code>/tai-goi/", learning.export_package, name="export_package"),
]
adoption_above_urls: list[URLPattern] = [
    path(f"{ABOVE}ap-dung/", adoption.province_adoptions, name="province_adoptions"),
    path(f"{ABOVE}nhap-goi/", learning.import_package, name="import_package"),
    path(f"{ABOVE}nguoi-dung-dau/<str:username>/", adoption.head, name="head"),
    path(f"{ABOVE}vuong-mac/<int:pk>/tra-loi/", adoption.answer_difficulty, name="answer_difficulty"),
    path(f"{ABOVE}cau-hoi/<int:pk>/tra-loi/", learning.province_answer_question, name="province_answer_question"),
    path(ONE_ABOVE, adoption.province_adoption, name="province_adoption"),
    *[path(f"{ONE_ABOVE}{press.word}/", above_step(verb), name=verb) for verb, press in ABOVE_STEPS.items()],
    path(f"{ABOVE}<slug:code>/tai-goi/", learning.province_export_package, name="province_export_package"),
]
"""Fixed words come before those of the registry, which begin with <slug:code>."""
urlpatterns: list[URLPattern] = [
    *registry_fixed_urls,
    *adoption_urls,
    *adoption_above_urls,
    path("can-bo/mo-hinh/<slug:code>/hieu-qua/", effect.effect, name="effect"),
    path("lanh-dao/mo-hinh/<slug:code>/hieu-qua/", effect.province_effect, name="province_effect"),
    *registry_urls,
]
