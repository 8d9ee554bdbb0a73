"""The verbs of conversations."""

from .answering import (
    Answer,
    answer_thread,
    close_thread,
    escalate_thread,
    give_field_duty,
    note_thread,
    reassign_thread,
    take_up_thread,
)
from .asking import Asking, accept_answer, ask, attach_photo, write_on
from .checking import (
    Judgement,
    Opening,
    begin_precheck,
    forget_precheck_photos,
    judge_precheck,
    keep_precheck_person,
    open_precheck,
    remove_precheck_photo,
    send_precheck_paper,
)
from .delivering import note_delivery, reply_first
from .posting import ChannelFacts, PostFacts, keep_community_channel, moderate_post, write_post
from .publishing import hide_thread, pass_to_feedback, publish_thread
from .touching import TouchFacts, TouchFeedback, keep_touchpoint, open_touch, send_touch_feedback

__all__ = [
    "Answer", "Asking", "ChannelFacts", "Judgement", "Opening", "PostFacts", "TouchFacts", "TouchFeedback", "accept_answer",
    "answer_thread", "ask", "attach_photo", "begin_precheck", "close_thread", "escalate_thread", "forget_precheck_photos",
    "give_field_duty", "hide_thread", "judge_precheck", "keep_community_channel", "keep_precheck_person", "keep_touchpoint",
    "moderate_post", "note_delivery", "note_thread", "open_precheck", "open_touch", "pass_to_feedback", "publish_thread",
    "reassign_thread", "remove_precheck_photo", "reply_first", "send_precheck_paper", "send_touch_feedback", "take_up_thread",
    "write_on", "write_post",
]  # fmt: skip
