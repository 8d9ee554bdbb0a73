"""Everything we ever tell anybody, and when: one file per app that is followed, found by itself."""

from importlib import import_module
from pkgutil import iter_modules

for _found in iter_modules(__path__):
    import_module(f"{__name__}.{_found.name}")
