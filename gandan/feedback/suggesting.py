"""Which category do these words belong to? Multinomial naive Bayes over folded words and pairs of words. Pure.

Begins with the words shipped in `data/category_words.json`; learns from what officers confirmed. Laplace smoothing; the
score is tempered by the length of the text, because words of one sentence are not independent.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

from gandan.core.vietnamese import fold

FILE = Path(__file__).parent / "data" / "category_words.json"
SMOOTH, SEED_WEIGHT, PER_WORDS, MOST_WORDS = 0.2, 2, 4, 120


def features(text: str) -> list[str]:
    """Words and pairs of neighbours, without marks."""
    words = re.findall(r"[a-z]+", fold(text))[:MOST_WORDS]
    return [*(word for word in words if len(word) > 1), *(f"{a} {b}" for a, b in pairwise(words))]


@dataclass
class Model:
    """How often each feature stood in texts of each category."""

    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    texts: Counter[str] = field(default_factory=Counter)

    def see(self, category: str, text: str, weight: int = 1) -> None:
        self.texts[category] += weight
        for one in features(text):
            self.counts[category][one] += weight

    def chances(self, text: str) -> dict[str, float]:
        """By category, together 1; empty for a text without a single known word."""
        known = set().union(*self.counts.values()) if self.counts else set()
        told = [one for one in features(text) if one in known]
        if not told:
            return {}
        scores = {category: self._score(category, told, len(known)) for category in self.texts}
        top, heat = max(scores.values()), max(1.0, len(told) / PER_WORDS)
        raised = {category: math.exp((score - top) / heat) for category, score in scores.items()}
        return {category: one / sum(raised.values()) for category, one in raised.items()}

    def _score(self, category: str, told: list[str], size: int) -> float:
        counts, spread = self.counts[category], sum(self.counts[category].values()) + SMOOTH * size
        prior = math.log(self.texts[category] + 1)
        return 0.3 * prior + sum(math.log((counts[one] + SMOOTH) / spread) for one in told)


def suggest(model: Model, text: str) -> tuple[str, float]:
    """The likeliest category and how sure, 0 to 1; ("", 0) when nothing is known. The upper category where the ones beneath
    it are about as likely as each other."""
    chances = model.chances(text)
    if not chances:
        return "", 0.0
    tops: Counter[str] = Counter()
    for category, chance in chances.items():
        tops[category.partition(".")[0]] += chance  # type: ignore[assignment]  # a sum of chances
    top, sure = tops.most_common(1)[0]
    best = max((one for one in chances if one.partition(".")[0] == top), key=lambda one: chances[one])
    return (best if chances[best] * 2 >= sure else top), float(sure)


@cache
def seeds() -> Mapping[str, list[str]]:
    """Category → phrases people use for it."""
    return dict(json.loads(FILE.read_text())["words"])


def fitted(confirmed: Iterable[tuple[str, str]]) -> Model:
    """From the seeds and (category, text) of what officers confirmed."""
    model = Model()
    for category, phrases in seeds().items():
        for phrase in phrases:
            model.see(category, phrase, SEED_WEIGHT)
    for category, text in confirmed:
        model.see(category, text)
    return model
