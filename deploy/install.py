"""Set everything up in `.venv`, with nothing but python3 (3.11+) and the distribution: `make setup`.

Works as root or not. Debian's python3 comes without pip; then pip's own wheel is taken from Debian's archive with
`apt-get download`, which needs no rights. `--tests` adds what the tests need, a browser included.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LAUNCHER = """#!{python}
import sys

sys.path.insert(0, {root!r})
from gandan.cli import main

main()
"""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def say(text: str) -> None:
    print(f"• {text}", flush=True)


def run(*command: str | Path, quiet: bool = False) -> None:
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL if quiet else None)


def make_venv() -> None:
    if PYTHON.exists():
        return
    say("Tạo môi trường Python …")
    run(sys.executable, "-m", "venv", "--without-pip", VENV)
    if _has_ensurepip():
        run(PYTHON, "-m", "ensurepip", "--default-pip", quiet=True)
    else:
        _bootstrap_pip()


def _has_ensurepip() -> bool:
    found = subprocess.run(
        [sys.executable, "-c", "import ensurepip; ensurepip.version()"], capture_output=True, check=False
    )
    return found.returncode == 0


def _bootstrap_pip() -> None:
    """Debian keeps pip's wheel in the package python3-pip-whl: fetch and unpack it beside, without installing it."""
    say("Python của Debian không kèm pip: lấy từ kho của Debian …")
    with tempfile.TemporaryDirectory() as folder:
        lists = Path(folder) / "lists"
        (lists / "partial").mkdir(parents=True)
        state = ["-o", f"Dir::State::lists={lists}", "-o", f"Dir::Cache={folder}", "-o", "APT::Sandbox::User="]
        update = ["apt-get", "-qq", *state, "update"]
        subprocess.run(update, check=True, env={**os.environ, "LC_ALL": "C"}, cwd=folder)
        subprocess.run(["apt-get", "-qq", *state, "download", "python3-pip-whl"], check=True, cwd=folder)
        package = next(Path(folder).glob("python3-pip-whl*.deb"))
        run("dpkg-deb", "-x", package, folder)
        wheel = next(Path(folder).glob("usr/share/python-wheels/pip-*.whl"))
        run(PYTHON, wheel / "pip", "install", "--no-index", wheel, quiet=True)


def install(lock: Path) -> None:
    """Install the locked, hashed packages; skipped when the same lock was installed before."""
    stamp = VENV / f"{lock.stem}.installed"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    say(f"Cài các gói trong {lock.name} (một, hai phút) …")
    run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--progress-bar", "on",
        "--require-hashes", "-r", lock)  # fmt: skip
    stamp.write_text(digest)


def write_launcher() -> None:
    launcher = VENV / "bin" / "gandan"
    launcher.write_text(LAUNCHER.format(python=PYTHON, root=str(ROOT)))
    launcher.chmod(0o755)


def browser() -> str | None:
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def install_browser() -> None:
    if browser():
        return
    if os.geteuid() != 0:
        sys.exit("Cần trình duyệt Chromium để chạy thử các hành trình. Nhờ quản trị máy chạy: apt-get install chromium")
    say("Cài trình duyệt Chromium của bản phân phối (một, hai phút) …")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", "update"], check=True, env=environment)
    install = ["apt-get", "-qq", "-y", "-o", "Dpkg::Use-Pty=0", "install", "chromium"]
    subprocess.run(install, check=True, env=environment, stdout=subprocess.DEVNULL)


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--tests", action="store_true", help="also what the tests need")
    wanted = reader.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036  # this file runs before any version was checked
        sys.exit("Gần Dân cần Python 3.11 trở lên.")
    make_venv()
    install(ROOT / ("requirements-dev.txt" if wanted.tests else "requirements.txt"))
    write_launcher()
    run(PYTHON, ROOT / "deploy" / "fonts.py")
    if wanted.tests:
        install_browser()
    say("Sẵn sàng.")


if __name__ == "__main__":
    main()
