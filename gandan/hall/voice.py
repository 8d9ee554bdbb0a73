"""The sound of a call: recorded words put together, or the speech gateway. WAV in, WAV out."""

from __future__ import annotations

import io
import wave
from collections.abc import Sequence
from functools import lru_cache

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import fold
from gandan.gateways.speech import speaker
from gandan.places.models import Agency

from .models import VoiceClip
from .spoken import CLIPS, call_parts, call_words

MOST_BYTES, MOST_SECONDS = 400_000, 4
PAUSE_SECONDS = 0.04
RATES = (16_000, 22_050, 24_000, 44_100, 48_000)
HOW = "Xin thu lại dạng WAV, 16 bit, một kênh."


def missing_words(agency: Agency) -> list[str]:
    """Words of a call that nobody has recorded yet; none: the voice is complete."""
    kept = set(VoiceClip.objects.filter(agency=agency).values_list("word", flat=True))
    return [word for word in CLIPS if word not in kept]


def word_of_file(name: str) -> str:
    """“muoi_mot.wav” has no word; “không.wav”, “moi-so.wav”, “07-bảy.wav” have theirs. Marks tell mười from mươi."""
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("_", " ").replace("-", " ").lower().lstrip("0123456789 ")
    exact = next((word for word in CLIPS if word == stem), "")
    folded = [word for word in CLIPS if fold(word) == fold(stem)]
    return exact or (folded[0] if len(folded) == 1 else "")


def checked(raw: bytes) -> bytes:
    """RuleBroken unless it is a short plain recording of one channel."""
    if len(raw) > MOST_BYTES:
        raise RuleBroken(f"Mỗi tiếng tối đa {MOST_BYTES // 1000} KB. {HOW}")
    try:
        with wave.open(io.BytesIO(raw)) as sound:
            rate, length = sound.getframerate(), sound.getnframes()
            is_plain = sound.getsampwidth() == 2 and sound.getnchannels() == 1 and rate in RATES
    except (wave.Error, EOFError):
        raise RuleBroken(f"Tệp này không phải bản thu WAV. {HOW}") from None
    if not is_plain or not 0 < length <= MOST_SECONDS * rate:
        raise RuleBroken(f"Bản thu dài tối đa {MOST_SECONDS} giây. {HOW}")
    return raw


def joined(clips: Sequence[bytes]) -> bytes:
    """One recording after another with a breath between; all of one rate (actions.keep_voice sees to it)."""
    out = io.BytesIO()
    with wave.open(out, "wb") as whole:
        for place, clip in enumerate(clips):
            with wave.open(io.BytesIO(clip)) as part:
                if place == 0:
                    whole.setparams(part.getparams())
                whole.writeframes(part.readframes(part.getnframes()))
                whole.writeframes(bytes(2 * int(part.getframerate() * PAUSE_SECONDS)))
    return out.getvalue()


def recorded_call(agency: Agency, number: int, counter: int) -> bytes | None:
    """The call in the commune's own voice; None while words are missing."""
    parts = call_parts(number, counter)
    rows = VoiceClip.objects.filter(agency=agency, word__in=set(parts))
    kept = {row.word: bytes(row.sound) for row in rows}
    return joined([kept[word] for word in parts]) if set(parts) <= set(kept) else None


@lru_cache(maxsize=64)
def machine_call(number: int, counter: int) -> bytes:
    """The call by the speech gateway; the last ones are kept, because every board of the hall asks for them."""
    return speaker().say(call_words(number, counter))


def has_machine_voice() -> bool:
    return speaker().is_heard
