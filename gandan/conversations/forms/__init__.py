"""The shape of what is typed in conversations."""

from .desk import (
    AnswerForm,
    ChannelForm,
    DutyForm,
    FeedbackForm,
    JudgeForm,
    NoteForm,
    PhoneForm,
    PostForm,
    PublishForm,
    ReassignForm,
    StaffField,
    TouchForm,
    staff_of,
)
from .public import AskForm, MoreForm, PaperForm, PersonForm, TouchFeedbackForm

__all__ = [
    "AnswerForm", "AskForm", "ChannelForm", "DutyForm", "FeedbackForm", "JudgeForm", "MoreForm", "NoteForm", "PaperForm",
    "PersonForm", "PhoneForm", "PostForm", "PublishForm", "ReassignForm", "StaffField", "TouchFeedbackForm", "TouchForm",
    "staff_of",
]  # fmt: skip
