# Two commands do all: `make run` and `make test`. Both install what they need, once.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory --no-builtin-rules

PYTHON ?= python3
# How many processes share the tests; 0 runs them in one.
WORKERS ?= 2

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
VENDOR := src/sizain/shell/static/sizain/vendor
LOCALE := src/sizain/locale
SOURCES = $(shell find src/sizain -name '*.py' -o -path '*/templates/*' -type f)

.PHONY: run test check lint build tested lock messages bench clean help

help: ## This list.
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 16

run: build ## Install what is needed, prepare the data folder, serve, print the address.
	@exec $(BIN)/sizain serve

build: .venv/run $(VENDOR)/htmx.min.js $(LOCALE)/fr/LC_MESSAGES/django.mo ## Install and prepare everything, start nothing.

check: lint test ## Lint, types, import law, then every test.

lint: build .venv/check ## Lint, types and import law.
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	SIZAIN_DATA=build/types $(BIN)/mypy
	$(BIN)/lint-imports

test: build .venv/check ## Every test on SQLite, then those of the database on PostgreSQL.
	@tools/chromium.sh
	$(BIN)/coverage erase
	$(BIN)/python -m pytest -n $(WORKERS) $(MEASURED)
	$(BIN)/python -m tests.ground.postgresql \
		$(BIN)/python -m pytest -n $(WORKERS) -m database $(MEASURED) --cov-append
	$(BIN)/coverage report

# The floor is that of both passes together, which the report checks.
MEASURED := --cov --cov-report= --cov-fail-under=0

messages: .venv/run ## Bring the catalogues of the other languages up to the sources.
	$(BIN)/python -m tools.messages update

bench: build ## Rooms of nine over real HTTP and streams; figures on standard output.
	$(BIN)/python -m bench

lock: .venv/check ## Make the hashed locks again, with the newest versions allowed.
	$(BIN)/pip-compile $(LOCK) --output-file requirements/run.txt pyproject.toml
	$(BIN)/pip-compile $(LOCK) --constraint requirements/run.txt --extra check \
		--output-file requirements/check.txt pyproject.toml
	npm install --package-lock-only --loglevel=error

# No option is written into the locks: neither a host nor a folder of the machine that made them.
LOCK := --quiet --upgrade --strip-extras --allow-unsafe --generate-hashes --no-emit-options \
	--no-header --build-deps-for editable

clean: ## Remove all that was installed or made; the data folder stays.
	rm -rf .venv build dist node_modules $(VENDOR) .mypy_cache .ruff_cache .pytest_cache \
		.hypothesis .import_linter_cache .coverage .coverage.* htmlcov
	find src tests tools -name '*.mo' -delete -o -name __pycache__ -prune -exec rm -rf {} +

.venv/bin/python:
	@PYTHON=$(PYTHON) tools/prerequisites.sh
	$(PYTHON) -m venv .venv

# The build backend is in the lock too: nothing comes from outside it.
.venv/run: requirements/run.txt pyproject.toml | .venv/bin/python
	$(PIP) install --require-hashes --requirement requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/check: requirements/check.txt | .venv/run
	$(PIP) install --require-hashes --requirement requirements/check.txt
	@touch $@

$(VENDOR)/htmx.min.js: package-lock.json package.json .npmrc | .venv/bin/python
	npm ci --loglevel=error
	@mkdir -p $(VENDOR)
	cp node_modules/htmx.org/dist/ext/hx-sse.min.js $(VENDOR)/
	cp node_modules/htmx.org/LICENSE $(VENDOR)/LICENSE-htmx.txt
	cp node_modules/htmx.org/dist/htmx.min.js $(VENDOR)/

$(LOCALE)/fr/LC_MESSAGES/django.mo: $(SOURCES) $(wildcard $(LOCALE)/*/LC_MESSAGES/*.po) tools/messages.py babel.cfg | .venv/run
	$(BIN)/python -m tools.messages compile
