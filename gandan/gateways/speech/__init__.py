"""Speech. `speaker().say(text)` gives WAV; espeak-ng as a program of its own when it is installed, else silence.

espeak-ng is GPL: it is started as a separate program and never linked or shipped. A commune that wants a better voice
uploads recorded words (gandan/hall/voice.py).
"""

from typing import Protocol

from .espeak import EspeakVoice, program
from .silent import SilentVoice


class Speech(Protocol):
    is_heard: bool
    """False: nothing will be heard; the page says that there is no voice."""

    def say(self, text: str) -> bytes:
        """A WAV of the Vietnamese sentence; raise `SpeechFailed` when the program could not be asked."""


def speaker() -> Speech:
    return EspeakVoice(path) if (path := program()) else SilentVoice()
