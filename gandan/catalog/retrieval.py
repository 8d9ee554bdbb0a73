"""Finding procedures by the words people use: our own retrieval, pure.

BM25 over folded syllables and pairs of syllables, names weighing most; everyday words and abbreviations are said again in
the words of the catalogue; misspelt syllables count for the known ones they resemble by their character pairs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise
from math import log

from gandan.core.vietnamese import fold

from .everyday_words import ABBREVIATIONS, FILLERS, PHRASES

K1, B = 1.2, 0.6
NAME, SHORT, ALIAS, FIELD, TEXT = 4.0, 4.0, 3.0, 2.0, 1.0
PAIR_WEIGHT = 1.4
FILLER_WEIGHT = 0.25
SAID_AGAIN = 0.6
CANDIDATES = 60
COVERAGE = 0.5
CLOSE_ENOUGH = 0.5
EXACT_NAME_BONUS = 12.0
WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Document:
    """What search knows of a procedure."""

    code: str
    name: str
    short_name: str
    field: str = ""
    aliases: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class Hit:
    """A procedure found; `score` has no unit and compares only within one answer."""

    code: str
    name: str
    short_name: str
    score: float


def syllables(text: str) -> list[str]:
    return WORD.findall(fold(text))


def terms(words: Sequence[str]) -> list[str]:
    """Syllables and pairs of neighbours (“khai_sinh”), which carry most Vietnamese words."""
    return [*words, *(f"{left}_{right}" for left, right in pairwise(words))]


@lru_cache(maxsize=20_000)
def _grams(word: str) -> frozenset[str]:
    padded = f"^{word}$"
    return frozenset(padded[i : i + 2] for i in range(len(padded) - 1))


def likeness(left: str, right: str) -> float:
    """Dice coefficient of the character pairs: 1 for equal words, 0 for strangers."""
    a, b = _grams(left), _grams(right)
    return 2 * len(a & b) / (len(a) + len(b))


class Index:
    """Postings over a fixed set of documents; build it again when the catalogue changes."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents = list(documents)
        counts = [self._weights(document) for document in self.documents]
        lengths = [sum(count.values()) for count in counts]
        self._average = sum(lengths) / len(lengths) if lengths else 1.0
        self.postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, count in enumerate(counts):
            norm = K1 * (1 - B + B * lengths[number] / self._average)
            for term, weight in count.items():
                self.postings[term].append((number, weight * (K1 + 1) / (weight + norm)))
        self._rarity = {term: self._rarity_of(len(found)) for term, found in self.postings.items()}
        self._names = [
            [tuple(dict.fromkeys(syllables(name))) for name in (document.short_name, *document.aliases)]
            for document in self.documents
        ]
        self._exact: dict[str, set[int]] = defaultdict(set)
        for number, document in enumerate(self.documents):
            for name in (document.name, document.short_name, *document.aliases):
                self._exact[" ".join(syllables(name))].add(number)
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for term in self.postings:
            if "_" not in term and len(term) > 1:
                self._by_letter[term[0]].append(term)

    @staticmethod
    def _weights(document: Document) -> Counter[str]:
        count: Counter[str] = Counter()
        parts = [(document.name, NAME), (document.short_name, SHORT), (document.field, FIELD), (document.text, TEXT)]
        parts += [(alias, ALIAS) for alias in document.aliases]
        for text, weight in parts:
            for term in terms(syllables(text)):
                count[term] += weight  # type: ignore[assignment]  # weights are fractions of occurrences
        return count

    def search(self, query: str, *, limit: int = 10) -> list[Hit]:
        """Best first; nothing for a query without a single known word."""
        wanted = self._wanted(query)
        raw: dict[int, float] = defaultdict(float)
        for term, weight in wanted.items():
            self._add(raw, term, weight)
        scores = self._weigh_coverage(raw, wanted, most=max(CANDIDATES, 2 * limit))
        for number in self._exact.get(" ".join(syllables(query)), ()):
            scores[number] = scores.get(number, 0.0) + EXACT_NAME_BONUS
        best = sorted(scores.items(), key=lambda one: (-one[1], self.documents[one[0]].code))[:limit]
        return [self._hit(number, score) for number, score in best]

    def _weigh_coverage(self, raw: dict[int, float], wanted: dict[str, float], *, most: int) -> dict[int, float]:
        """The best candidates; a name that says more than was asked (“có yếu tố nước ngoài”) steps back."""
        scores: dict[int, float] = {}
        for number in nlargest(most, raw, key=raw.__getitem__):
            share = max((self._share(name, wanted) for name in self._names[number]), default=0.0)
            scores[number] = raw[number] * (1 - COVERAGE + COVERAGE * share)
        return scores

    def _share(self, name: tuple[str, ...], wanted: dict[str, float]) -> float:
        whole = sum(self._rarity[word] for word in name)
        return sum(self._rarity[word] * min(1.0, wanted.get(word, 0.0)) for word in name) / whole if whole else 0.0

    def _hit(self, number: int, score: float) -> Hit:
        document = self.documents[number]
        return Hit(document.code, document.name, document.short_name, round(score, 3))

    def _add(self, scores: dict[int, float], term: str, weight: float) -> None:
        found = self.postings.get(term)
        if not found:
            return
        rarity = self._rarity[term]
        for number, frequency in found:
            scores[number] += weight * rarity * frequency

    def _rarity_of(self, found: int) -> float:
        return log(1 + (len(self.documents) - found + 0.5) / (found + 0.5))

    def _wanted(self, query: str) -> dict[str, float]:
        """Terms with their weights: what was typed, what it may have meant, and what it is called here."""
        words = syllables(query)[:60]
        read = [self._spelt(word) for word in words]
        wanted: dict[str, float] = defaultdict(float)
        self._want(wanted, [word for word, _ in read], 1.0, [sure for _, sure in read])
        for again in self._said_again(words):
            self._want(wanted, again, SAID_AGAIN, [1.0] * len(again))
        return wanted

    @staticmethod
    def _want(wanted: dict[str, float], words: Sequence[str], weight: float, sure: Sequence[float]) -> None:
        for word, certainty in zip(words, sure, strict=True):
            value = weight * certainty * (FILLER_WEIGHT if word in FILLERS else 1.0)
            wanted[word] = max(wanted[word], value)
        for position, (left, right) in enumerate(pairwise(words)):
            certainty = min(sure[position], sure[position + 1])
            is_filler = left in FILLERS and right in FILLERS
            pair = f"{left}_{right}"
            wanted[pair] = max(wanted[pair], weight * certainty * PAIR_WEIGHT * (FILLER_WEIGHT if is_filler else 1.0))

    @staticmethod
    def _said_again(words: Sequence[str]) -> list[list[str]]:
        again = [ABBREVIATIONS[word].split() for word in words if word in ABBREVIATIONS]
        text = f" {' '.join(words)} "
        return again + [meaning.split() for phrase, meaning in PHRASES.items() if f" {phrase} " in text]

    def _spelt(self, word: str) -> tuple[str, float]:
        """The known syllable nearest to a strange one, and how sure we are."""
        if word in self.postings or len(word) < 3 or word.isdigit() or word in ABBREVIATIONS:
            return word, 1.0
        near = max(((likeness(word, known), known) for known in self._by_letter[word[0]]), default=(0.0, word))
        return (near[1], near[0]) if near[0] >= CLOSE_ENOUGH else (word, 1.0)
