# Gần Dân. `make run` and `make test` do all the set-up themselves.
PY := .venv/bin/python
PORT ?= 8000

.PHONY: help setup setup-tests run test check fix work lock shots bench

help:  ## what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

setup:  ## install what the product runs on
	@python3 deploy/install.py

setup-tests:  ## install what the tests and checks need, a browser included
	@python3 deploy/install.py --tests

run: setup  ## serve the demonstration on http://localhost:8000
	@.venv/bin/gandan serve --demo --port $(PORT)

test: setup-tests  ## run every test, the journeys in a real browser included
	@$(PY) -m pytest -n 2 --dist loadfile --ignore tests/journeys
	@$(PY) -m pytest -n 2 --dist loadfile tests/journeys  # their stage stands in the database: apart from the others

check: setup-tests  ## format, lint, types, layers, templates
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy gandan tests deploy bench conftest.py manage.py
	@.venv/bin/lint-imports
	@git ls-files -z '*.html' | xargs -0 .venv/bin/djade --target-version 5.2 --check

fix: setup-tests  ## format and mend what tools can mend
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .
	@git ls-files -z '*.html' | xargs -0 .venv/bin/djade --target-version 5.2

work: setup-tests  ## serve for development: templates reload, /ui/ is shown
	@GANDAN_DEBUG=1 .venv/bin/gandan serve --demo --port $(PORT)

bench: setup  ## print the table of speed and weight
	@.venv/bin/gandan bench

shots: setup-tests  ## photograph every screen into docs/images
	@$(PY) -m pytest tests/journeys -q -k "shots or birth" --shots docs/images

lock: setup-tests  ## resolve the lock files anew
	@.venv/bin/uv pip compile -q --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate -o requirements-dev.txt requirements-dev.in
	@.venv/bin/uv pip compile -q --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate -c requirements-dev.txt -o requirements.txt requirements.in
