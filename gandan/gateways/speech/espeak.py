"""espeak-ng by its command line: `espeak-ng -v vi -s 135 --stdin --stdout`."""

from __future__ import annotations

import shutil
import subprocess

from .failing import SpeechFailed

PROGRAM = "espeak-ng"
WORDS_A_MINUTE = "135"
SECONDS = 5


def program() -> str:
    """Where it is installed, "" where it is not."""
    return shutil.which(PROGRAM) or ""


class EspeakVoice:
    is_heard = True

    def __init__(self, path: str) -> None:
        self.path = path

    def say(self, text: str) -> bytes:
        command = [self.path, "-v", "vi", "-s", WORDS_A_MINUTE, "--stdin", "--stdout"]
        try:
            told = subprocess.run(command, input=text.encode(), capture_output=True, timeout=SECONDS, check=True)
        except (OSError, subprocess.SubprocessError) as error:
            raise SpeechFailed(str(error)) from error
        if not told.stdout.startswith(b"RIFF"):
            raise SpeechFailed("espeak-ng gave no WAV")
        return told.stdout
