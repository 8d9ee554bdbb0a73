"""The voice of a machine without one: half a second of silence."""

from __future__ import annotations

import io
import wave

RATE = 16_000


class SilentVoice:
    is_heard = False

    def say(self, text: str) -> bytes:
        out = io.BytesIO()
        with wave.open(out, "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(RATE)
            sound.writeframes(bytes(RATE))
        return out.getvalue()
