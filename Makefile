# TapeLab's commands; `make` alone lists them. Nothing but make and Python 3.11, 3.12 or 3.13 has to be there before:
# the first command that needs it makes .venv and installs into it exactly what requirements.txt locks.

VENV := .venv
PYTHON := $(VENV)/bin/python
INSTALLED := $(VENV)/.installed
# The first of these that is a suitable Python makes .venv; `make run PYTHON3=/path/to/python` names another.
PYTHON3 := python3.13 python3.12 python3.11 python3
TRANSLATIONS := resources/translations/tapelab_zh_CN.ts
IS_SUITABLE := import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))

.DEFAULT_GOAL := help
.PHONY: help run test lint format translations bench app lock clean venv

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# What --install has to leave missing, the window's own command names.
run: $(INSTALLED) ## Open the window; without a display, train in the terminal and write the window's pictures
	@$(PYTHON) -m gui.display --install 2>/dev/null || true
	@$(PYTHON) -m gui

# What needs no display asks for none.
test bench: export QT_QPA_PLATFORM := offscreen
# What one process has compiled, a dozen others that tests start need not compile again, whatever the machine says.
test bench: export PYTHONDONTWRITEBYTECODE :=

test: $(INSTALLED) ## Run the tests; `make test ARGS="-k seek"` runs those that match
	@$(PYTHON) -m gui.display --install
	$(PYTHON) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile $(ARGS)

lint: $(INSTALLED) ## Check style, types and layers
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m mypy
	$(PYTHON) $(VENV)/bin/lint-imports --no-cache

format: $(INSTALLED) ## Put imports and layout in order
	$(PYTHON) -m ruff check --fix
	$(PYTHON) -m ruff format

translations: $(INSTALLED) ## Bring the translations up to date: new texts into the .ts files, their translations into the .qm
	$(PYTHON) $(VENV)/bin/pyside6-lupdate -extensions py gui engine -ts $(TRANSLATIONS) \
		-source-language en -locations none -no-obsolete
	$(PYTHON) $(VENV)/bin/pyside6-lrelease $(TRANSLATIONS)

bench: $(INSTALLED) ## Measure speed and smoothness
	@$(PYTHON) -m gui.display --install
	PYTHONPATH=tests $(PYTHON) -m benchmarks $(ARGS)

app: $(INSTALLED) ## Build TapeLab as a folder that needs no Python, dist/TapeLab, and try it
	$(PYTHON) -m PyInstaller --noconfirm --distpath dist --workpath build TapeLab.spec
	QT_QPA_PLATFORM=offscreen TAPELAB_APP=dist/TapeLab $(PYTHON) -m pytest tests/test_frozen_app.py

lock: $(INSTALLED) ## Write requirements.txt anew from pyproject.toml; ARGS=--upgrade takes the newest versions
	$(PYTHON) -m uv pip compile --no-config --universal --python-version 3.11 --generate-hashes --no-header \
		--extra test --extra dev $(ARGS) --quiet --output-file requirements.txt pyproject.toml

clean: ## Remove .venv and everything else that these commands made
	rm -rf $(VENV) build dist tapelab-pictures .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A set-up that was interrupted leaves .installing behind, which becomes the stamp only when all is done:
# so the next command knows, and begins anew.
$(INSTALLED): requirements.txt pyproject.toml $(PYTHON)
	@if [ -e $(VENV)/.installing ] || ! $(PYTHON) -c 'import pip; $(IS_SUITABLE)' 2>/dev/null; then \
		$(MAKE) --no-print-directory venv; \
	fi
	@touch $(VENV)/.installing
	$(PYTHON) -m pip install --disable-pip-version-check --require-hashes --requirement requirements.txt
	$(PYTHON) -m pip install --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@mv $(VENV)/.installing $(INSTALLED)

# With no recipe: where the interpreter is gone, as after an upgrade of the system, the set-up runs again.
$(PYTHON):

# Debian's python3 may come without the part that puts pip into a new venv: then the system's own pip does it,
# else apt-get installs that part.
venv:
	@python=; \
	for candidate in $(PYTHON3); do \
		if "$$candidate" -c '$(IS_SUITABLE)' 2>/dev/null; then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
		echo 'TapeLab needs Python 3.11, 3.12 or 3.13; install one, or name it: make run PYTHON3=/path/to/python' >&2; \
		exit 1; \
	fi; \
	echo "Setting up $(VENV) with $$("$$python" --version); the first time it downloads about 1 GB."; \
	rm -rf $(VENV) && mkdir $(VENV) && touch $(VENV)/.installing; \
	package=$$("$$python" -c 'import sys; print("python{}.{}-venv".format(*sys.version_info))'); \
	"$$python" -m venv $(VENV) >/dev/null 2>&1 || \
	{ "$$python" -m venv --without-pip $(VENV) && "$$python" -m pip --python $(PYTHON) install pip; } >/dev/null 2>&1 || \
	{ apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$$package" && \
		"$$python" -m venv $(VENV); } >/dev/null 2>&1 </dev/null || \
	{ echo "Python's venv module is incomplete; on Debian or Ubuntu: sudo apt-get install $$package" >&2; exit 1; }
