# Everything a person or a machine does with this repository. Needs python3 (3.11 or newer, with venv) and make;
# the rest is fetched into .venv and node_modules at the versions that uv.lock and package-lock.json name.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help env assets demo serve test pictures check format bench clean

PYTHON ?= python3
ARGS ?=
BIN := .venv/bin
UV_VERSION := 0.13.9
UV := $(BIN)/uv
UV_STAMP := .venv/uv-$(UV_VERSION)
SYNC_STAMP := .venv/synced
VENDORED := web/assets/vendor/designsystemet.css
# A whole run is shared out file by file among one process more than there are cores, since many tests wait for servers
# and browsers. What ARGS name runs in one process.
SHARED := -n $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1) --maxprocesses 5 --dist loadfile --no-loadscope-reorder
DEMO := var/demo
DEMO_DAY := 2023-02-03T12:00:00+01:00

# uv works in the environment made here and brings no Python of its own.
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_DOWNLOADS := never
# Every module is compiled once, whatever the shell says: the tests start some hundred programs that need them all.
unexport PYTHONDONTWRITEBYTECODE

help: ## Show this list
	@echo 'Tilsvar: letters, answers, deadlines and meetings of a national advisory council.'
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo 'ARGS are handed on, as in:  make test ARGS="tests/domain -x"'

demo: env assets ## Replay the council's register to 3 February 2023, print what happened and who has not answered
	@$(BIN)/tilsvar demo $(ARGS)

serve: env assets ## Open the demo on http://localhost:8000, its clock at 3 February 2023, its mails as files
	@test -f $(DEMO)/replay.db || $(MAKE) --no-print-directory demo ARGS=
	@TILSVAR_DATABASE_URL=sqlite:///$(DEMO)/replay.db TILSVAR_NOW=$(DEMO_DAY) \
		TILSVAR_MAIL_URL=file:$(DEMO)/outbox $(BIN)/tilsvar serve --sign-in-links $(ARGS)

test: env assets ## Run every test, real servers included; the last line counts them
	@$(BIN)/python -m pytest $(or $(ARGS),$(SHARED))

pictures: env assets ## Take the pictures in docs/pictures again where a page has changed
	@TILSVAR_TEST_PICTURES=keep $(BIN)/python -m pytest tests/pictures --quiet $(ARGS)
	@echo 'Look at docs/pictures before you commit it.'

check: env ## Check formatting, lint, types, import rules and the lock file; changes nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/python tools/check_tree.py
	MYPYPATH=.check $(BIN)/mypy $(addprefix -p ,$(shell $(BIN)/python tools/check_tree.py --names))
	PYTHONPATH=.check $(BIN)/lint-imports --no-logo
	$(UV) lock --check

format: env ## Format the code and repair what ruff can repair
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

bench: env ## Measure against a bare baseline in the same run; prints ratios
	@$(BIN)/python bench/run.py $(ARGS)

clean: ## Remove what make made; var/, where data lies, stays
	rm -rf .venv .check .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf build dist node_modules tilsvar.egg-info web/assets/vendor
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

env: $(SYNC_STAMP)

assets: $(VENDORED)

# A half-made environment is removed, so that the next try starts anew.
$(UV_STAMP):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'Tilsvar needs Python 3.11 or newer, and $(PYTHON) is not. Name one: make PYTHON=python3.12 demo' >&2; exit 1; }
	@test -x $(BIN)/python && $(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv || { rm -rf .venv; \
		echo 'Python could not make an environment; on Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@touch $@

$(SYNC_STAMP): $(UV_STAMP) uv.lock pyproject.toml
	@echo 'Fetching the Python packages of uv.lock into .venv'
	@$(UV) sync --frozen --quiet
	@touch $@

$(VENDORED): $(SYNC_STAMP) package.json package-lock.json tools/install_node_packages.py tools/vendor_assets.py
	@echo 'Fetching the web assets of package-lock.json'
	@$(BIN)/python tools/install_node_packages.py
	@$(BIN)/python tools/vendor_assets.py
