# For everybody:   make run    make test     (each does all the set-up by itself)
# For developers:  make check  make bench  make clean

PYTHON ?= python3
VENV ?= .venv
ARGS ?=
EXTRAS ?=
export VENV
# Tests start hundreds of processes: each would compile every module anew.
unexport PYTHONDONTWRITEBYTECODE

BIN := $(VENV)/bin
SETUP = @command -v $(PYTHON) >/dev/null || { \
	echo "set-up: no Python here. On Debian or Ubuntu: sudo apt install python3 python3-venv"; exit 1; }; \
	$(PYTHON) .ci/setup.py
OFFSCREEN := QT_QPA_PLATFORM=offscreen
# A file of tests stays in one process; ARGS=-n0 runs all in one (for a debugger). One process more than there
# are cores: tests of the window wait for typing pauses and motion.
WORKERS := $(shell cores=$$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2); echo $$((cores < 4 ? cores + 1 : 5)))
COMPILE = $(BIN)/python -m compileall -q -j 0 explorer
PYTEST = $(OFFSCREEN) $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

.PHONY: run test check bench clean

run:
	$(SETUP) $(EXTRAS)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" = Darwin ]; then \
		$(BIN)/paper-explorer $(ARGS); \
	else \
		echo "There is no display here: drawing the sample library to build/window.png instead."; \
		mkdir -p build && $(OFFSCREEN) $(BIN)/paper-explorer --sample --screenshot build/window.png && \
		echo "Done: look at build/window.png, or run this on a desktop for the window."; \
	fi

test:
	$(SETUP) test $(EXTRAS)
	@$(COMPILE)
	$(PYTEST) $(ARGS)

check:
	$(SETUP) dev $(EXTRAS)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) $(ARGS)

bench:
	$(SETUP) bench $(EXTRAS)
	$(OFFSCREEN) $(BIN)/python -m tests.bench $(ARGS)

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find explorer tests .ci -name __pycache__ -type d -prune -exec rm -rf {} +
