# make run    install, ingest corpus/, serve on http://127.0.0.1:8000 (HOST=… PORT=… to change)
# make check  lint, types, import rules and the quick tests
# make test   what CI runs: installs a browser, then check and every test
# make pictures  make the README's pictures and docs/page.md anew, by the tests that check them
# make eval   ask the evaluation questions and write the report

PYTHON ?= python3
BIN := .venv/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
AS_ROOT := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
APT_INSTALL := $(AS_ROOT) env DEBIAN_FRONTEND=noninteractive apt-get install --quiet --yes --no-install-recommends

.PHONY: run check test pictures eval browser constraints clean

# One process reads what changed in the corpus and serves it: a second one would load the model twice.
run: .venv/.installed
	exec $(BIN)/plan-assistant serve --ingest

check: .venv/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not browser and not slow"

test: browser check
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "slow and not browser"
	$(BIN)/python -m pytest -m browser

pictures: browser .venv/.installed-dev
	WRITE_PAGE_DOCS=1 $(BIN)/python -m pytest tests/ui/test_pictures_in_chromium.py tests/ui/test_weight_in_chromium.py

eval: .venv/.installed-dev
	$(BIN)/plan-assistant ingest
	$(BIN)/plan-assistant eval

# A second run installs nothing: the stamps are newer than what they were made from.
.venv/.installed: pyproject.toml constraints.txt | .venv/bin/python
	@echo "installing (the first time takes some minutes)"
	$(PIP_INSTALL) --editable '.[evals]'
	@touch $@

.venv/.installed-dev: pyproject.toml constraints.txt | .venv/bin/python
	@echo "installing (the first time takes some minutes)"
	$(PIP_INSTALL) --editable '.[dev]'
	@touch $@ .venv/.installed

# Debian keeps venv in a package of its own.
.venv/bin/python:
	$(PYTHON) -m venv .venv || { $(AS_ROOT) apt-get update --quiet && $(APT_INSTALL) python3-venv && $(PYTHON) -m venv .venv; }

browser:
	@{ command -v chromium && fc-list :lang=ja | grep -q . ; } >/dev/null 2>&1 || \
	{ $(AS_ROOT) apt-get update --quiet && $(APT_INSTALL) chromium fontconfig fonts-noto-cjk; }

# Pin what is installed now, after an upgrade that has passed the tests.
constraints: .venv/.installed-dev
	$(BIN)/python -m pip freeze --exclude-editable | sed 's/+cpu$$//' > constraints.txt
	@touch .venv/.installed .venv/.installed-dev

clean:
	rm -rf .venv .data .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
