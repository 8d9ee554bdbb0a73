"""The nouns of reform: registry, adoption, learning, effect."""

from .adoption import Adoption, AdoptionQuerySet, Difficulty, Explanation, Obligation, Ruling
from .effect import Effect, Verdict
from .learning import Launch, Question, Visit, VisitStatus
from .registry import (
    Assessment,
    Cost,
    DeclaredFigure,
    Level,
    Opinion,
    Recognition,
    RecognitionStatus,
    Reform,
    ReformDocument,
    ReformKind,
    ReformQuerySet,
    ReformVersion,
    Survey,
)

__all__ = [
    "Adoption",
    "AdoptionQuerySet",
    "Assessment",
    "Cost",
    "DeclaredFigure",
    "Difficulty",
    "Effect",
    "Explanation",
    "Launch",
    "Level",
    "Obligation",
    "Opinion",
    "Question",
    "Recognition",
    "RecognitionStatus",
    "Reform",
    "ReformDocument",
    "ReformKind",
    "ReformQuerySet",
    "ReformVersion",
    "Ruling",
    "Survey",
    "Verdict",
    "Visit",
    "VisitStatus",
]
