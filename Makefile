# make demo and make test need Python 3.11+ and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
INSTALL := UV_LINK_MODE=copy $(UV) pip install --quiet --python $(BIN)/python

.DEFAULT_GOAL := help
.PHONY: help demo test check format lint types contracts torture bless lock clean

help:  ## Show what can be made.
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "cxbot needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

# What make demo needs; a development environment has it already.
$(VENV)/.base: requirements.txt pyproject.toml | $(UV)
	@test -f $(VENV)/.dev || $(INSTALL) --require-hashes -r requirements.txt
	@test -f $(VENV)/.dev || $(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.txt pyproject.toml | $(UV)
	@$(INSTALL) --require-hashes -r requirements-dev.txt
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

demo: $(VENV)/.base  ## Talk to cxbot about the demo company (or pipe questions into it).
	@CXBOT_HOME="$${CXBOT_HOME:-.demo}" $(BIN)/cxbot demo

# The tests start many processes: bytecode is kept, whatever the environment says, or each compiles all it imports.
test: $(VENV)/.dev  ## Run the tests.
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -m "not torture"

bless: $(VENV)/.dev  ## Write what the bot now answers into the golden transcripts; read the difference.
	@CXBOT_BLESS=1 $(BIN)/python -m pytest -n0 tests/transcripts
	@git diff --stat tests/transcripts

torture: $(VENV)/.dev  ## Run the long sweeps and the chaos.
	@$(BIN)/python -m pytest -m torture

check: format lint types contracts test  ## Everything that must pass: format, lint, types, import contracts, tests.

format: $(VENV)/.dev
	@$(BIN)/ruff format --check .

lint: $(VENV)/.dev
	@$(BIN)/ruff check .

types: $(VENV)/.dev
	@$(BIN)/mypy

contracts: $(VENV)/.dev
	@$(BIN)/lint-imports --no-logo

lock: | $(UV)  ## Resolve the dependencies anew: the development lock first, the base lock within it.
	@$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 \
		pyproject.toml --all-extras --group build --group dev --output-file requirements-dev.txt
	@$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 \
		pyproject.toml --group build --constraint requirements-dev.txt --output-file requirements.txt

clean:  ## Remove the environment and the demo company.
	@rm -rf $(VENV) .demo
