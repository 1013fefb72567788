# Each target sets up what it needs: on a fresh machine `make run` and `make test` are the whole installation.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test kill lint bench fuzz photos clean

run: $(VENV)/.runs
	$(BIN)/streamlit run dashboard.py

test: $(VENV)/.tests
	.ci/browser
	$(BIN)/python -m pytest -n $$(( $$(nproc) * 3 / 2 ))  # browsers wait more than they compute

kill: $(VENV)/.tests
	$(BIN)/python -m tests.store.kill

lint: $(VENV)/.tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.tests
	$(BIN)/python -m tests.bench

fuzz: $(VENV)/.tests
	$(BIN)/python -m tests.fuzz.fuzz_dumps --inputs 1000000

photos: $(VENV)/.tests
	.ci/browser
	$(BIN)/python -m tests.photograph

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache

$(BIN)/python:
	.ci/venv $(PYTHON) $(VENV)

$(VENV)/.runs: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --requirement requirements.txt
	touch $@

$(VENV)/.tests: requirements.txt tests/requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --requirement tests/requirements.txt
	touch $@ $(VENV)/.runs
