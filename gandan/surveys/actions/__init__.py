"""The verbs of surveys and consultations."""

from .answering import Given, answer, begin_at_station, count_opening, invite_rating, mix_replies, place_station
from .consultations import (
    Draft,
    Words,
    answer_group,
    close_consultation,
    give_opinion,
    group_opinions,
    open_consultation,
    plan_consultation,
    publish_consultation,
    type_opinion,
)
from .paper import check_batch, print_sheets, retype_batch, type_batch
from .questionnaires import Line, Writing, add_questionnaire, copy_questionnaire, set_up_questionnaires, write_questions
from .samples import Drawing, draw_sample
from .surveys import (
    Plan,
    close_survey,
    hide_comment,
    open_rating_survey,
    open_survey,
    plan_survey,
    publish_survey,
    summarise_survey,
)

__all__ = [
    "Draft", "Drawing", "Given", "Line", "Plan", "Words", "Writing", "add_questionnaire", "answer", "answer_group",
    "begin_at_station",
    "check_batch", "close_consultation", "close_survey", "copy_questionnaire", "count_opening", "draw_sample",
    "give_opinion", "group_opinions", "hide_comment", "invite_rating", "mix_replies", "open_consultation",
    "open_rating_survey", "open_survey", "place_station", "plan_consultation", "plan_survey", "print_sheets",
    "publish_consultation", "publish_survey", "retype_batch", "set_up_questionnaires", "summarise_survey", "type_batch",
    "type_opinion", "write_questions",
]  # fmt: skip
