# `make run` and `make test` set everything up themselves: virtual environment, pinned dependencies, database, first release.
PYTHON ?= python3
BIN := .venv/bin
UV := UV_FIND_LINKS="$(PIP_FIND_LINKS)" $(BIN)/uv pip

.PHONY: run test unit check lock clean

run: .venv/installed
	$(BIN)/relais run

test: check
	$(BIN)/pytest -n auto -m "not browser"
	$(BIN)/pytest -m browser tests/browser

unit: .venv/installed-dev  # what starts no process, server or PostgreSQL
	$(BIN)/pytest -n auto -m "not slow and not browser"

check: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.venv/bin/uv:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet uv

.venv/installed: .venv/bin/uv requirements.lock pyproject.toml
	$(UV) install --quiet --compile-bytecode -r requirements.lock
	$(UV) install --quiet --no-deps --editable .
	touch $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	$(UV) install --quiet --compile-bytecode -r requirements-dev.lock
	touch $@

lock: .venv/bin/uv  # after a change of the dependencies in pyproject.toml; PyTorch's CPU build, or the lock would bring CUDA
	rm -f requirements.lock requirements-dev.lock
	$(UV) compile --quiet pyproject.toml --python-version 3.11 -o requirements.lock
	$(UV) compile --quiet pyproject.toml --python-version 3.11 --extra dev -c requirements.lock -o requirements-dev.lock
	sed -i 's/+cpu$$//' requirements.lock requirements-dev.lock

clean:
	rm -rf .venv var build *.egg-info
