# Everything starts from a fresh clone: each target makes .venv if it is not there.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
TEST_READY := .venv/ready-dev
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: run test check bench clean help
.DEFAULT_GOAL := help

help: ## show what can be made
	@grep -hE '^[a-z]+:.*## ' Makefile | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

run: $(READY) ## set up and talk to the companion
	@$(BIN)/kindred chat $(ARGS)

test: $(TEST_READY) ## set up and run every test
	$(BIN)/python -m pytest $(ARGS)

check: $(TEST_READY) ## lint, types, layers, notebooks (the tests are `make test`)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/notebooks

bench: $(TEST_READY) ## measure speed and scaling; ARGS=--help lists the other benchmarks
	$(BIN)/python -m benchmarks $(ARGS)

clean: ## remove the environment and caches
	rm -rf .venv build *.egg-info .pytest_cache .ruff_cache

$(READY): pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "setting up (once; a few minutes on a slow line)" >&2
	@# torch first and pinned: a wider range would fetch gigabytes of GPU libraries
	@$(BIN)/pip install -q -c constraints.txt torch >&2
	@$(BIN)/pip install -q -c constraints.txt -e . >&2
	@# what is installed in place is not compiled by pip: the first start would do it
	@$(BIN)/python -m compileall -q cognition graphs
	@touch $@

$(TEST_READY): $(READY)
	@$(BIN)/pip install -q -c constraints.txt -e '.[dev]' >&2
	@touch $@
