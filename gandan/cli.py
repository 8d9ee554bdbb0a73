"""The command `gandan`: Django's commands and ours, with the embedded database started when nobody has.

`--data DIR` may stand anywhere. Bad input ends with one clear line and a status other than zero.
"""

import os
import sys
from contextlib import AbstractContextManager, nullcontext

NEEDS_NO_DATABASE = {
    "help",
    "--help",
    "-h",
    "--version",
    "check",
    "serve",
    "makemigrations",
    "collectstatic",
    "diagram",
}
STARTS_BY_ITSELF = {"test"}


def _take_data_folder(arguments: list[str]) -> list[str]:
    """Put `--data DIR` into the environment, before the settings are read."""
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--data":
            os.environ["GANDAN_DATA"] = next(words, "")
        elif word.startswith("--data="):
            os.environ["GANDAN_DATA"] = word.removeprefix("--data=")
        else:
            rest.append(word)
    return rest


def _database(arguments: list[str]) -> AbstractContextManager[None]:
    if not arguments or arguments[0] in NEEDS_NO_DATABASE | STARTS_BY_ITSELF or {"-h", "--help"} & set(arguments):
        return nullcontext()
    from gandan.supervisor import database_for_a_command

    return database_for_a_command(migrated=arguments[0] not in {"migrate", "dbshell", "flush"})


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.settings")
    arguments = _take_data_folder(sys.argv[1:])
    sys.exit(_run(arguments))


def _run(arguments: list[str]) -> int:
    from django.core.management import CommandError, ManagementUtility

    from gandan.core.cluster import ClusterFailed
    from gandan.core.env import BadSetting
    from gandan.core.errors import RuleBroken
    from gandan.supervisor import ClusterBusy, serve_from

    try:
        if arguments[:1] == ["serve"]:
            serve_from(arguments[1:])
            return 0
        with _database(arguments):
            ManagementUtility(["gandan", *arguments]).execute()
    except (CommandError, RuleBroken, ClusterFailed, ClusterBusy, BadSetting) as error:
        print(f"gandan: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    main()
