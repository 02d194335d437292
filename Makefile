# Rapport. The two commands to know: `make learn` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
INSTALLED_FILES := $(shell find src/rapport/lab -type f -not -name '*.py' -not -name '*.pyc' 2>/dev/null)

.PHONY: help learn teach lite lite-serve lite-test class class-load test check exercises golden model model-test class-test firefox-test bench lock clean

help:
	@echo "make learn      set up and open the course"
	@echo "make teach      the same Lab with the instructor's tools"
	@echo "make lite       build the browser edition in build/lite; make lite-serve shows it, make lite-test tries every page"
	@echo "make test       set up and run every test"
	@echo "make check      the laws over lessons, scenes, briefs and assignments"
	@echo "make exercises  make the learners' notebooks from solutions/"
	@echo "make golden     renew stored outputs and golden files, then read the diff"
	@echo "make model      train the reader's weights anew (about twenty minutes), then read the model card"
	@echo "make model-test train all weights anew and compare (make test: those of plans only)"
	@echo "make class-test an instructor and three learners on a real hub, as root: it makes users and removes them"
	@echo "make firefox-test play and write in Firefox as well"
	@echo "make bench      timings, each beside what it is compared with"
	@echo "make lite-serve show it at http://127.0.0.1:8765/"
	@echo "make lite-test  open every page of it in Chromium"
	@echo "make class      a JupyterHub for a class on this machine, as root (deploy/hub/README.md)"
	@echo "make class-load try a class of forty on this machine, as root, and measure it"
	@echo "make lock       renew requirements.txt from pyproject.toml"

learn: $(READY)
	@$(BIN)/rapport learn

teach: $(READY)
	@$(BIN)/rapport learn --teach

lite: $(READY)
	@$(BIN)/python deploy/lite/build.py

lite-serve:
	@echo "The course is at http://127.0.0.1:8765/ until you press Ctrl+C."
	@$(PYTHON) -m http.server --bind 127.0.0.1 --directory build/lite 8765

lite-test: lite
	@RAPPORT_LITE_ALL=1 RAPPORT_LITE_SITE=build/lite $(BIN)/python -m pytest tests/lite

test: $(READY)
	@command -v pg_ctl >/dev/null || ls /usr/lib/postgresql/*/bin/pg_ctl >/dev/null 2>&1 || \
		{ echo "The tests need PostgreSQL's server. Install it with: sudo apt-get install postgresql"; exit 1; }
	@$(BIN)/python -m pytest --numprocesses 3 --dist loadscope --no-loadscope-reorder tests
	@$(BIN)/python -m pytest notebooks solutions exercises

check: $(READY)
	@$(BIN)/rapport check

exercises: $(READY)
	@for folder in solutions/*/; do $(BIN)/nbgrader generate_assignment "$$(basename $$folder)" || exit 1; done

golden: $(READY)
	@$(BIN)/python tests/golden/renew.py
	@$(BIN)/python tests/teaching/renew_guide.py
	@git --no-pager diff --stat

model: $(READY)
	@$(BIN)/python training/train.py

model-test: $(READY)
	@RAPPORT_TRAIN_ALL=1 $(BIN)/python -m pytest tests/training

class-test: $(READY)
	@RAPPORT_CLASS=1 $(BIN)/python -m pytest tests/hub

firefox-test: $(READY)
	@RAPPORT_FIREFOX=1 $(BIN)/python -m pytest tests/browser/test_in_firefox.py

bench: $(READY)
	@for file in bench/*.py; do $(BIN)/python $$file || exit 1; done

class:
	@umask 022 && $(MAKE) --no-print-directory --file deploy/hub/class.mk

class-load: $(READY)
	@$(BIN)/rapport class load

lock: $(READY)
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --upgrade \
		--annotation-style line --no-header --no-emit-index-url --no-emit-find-links --output-file requirements.txt

clean:
	rm -rf $(VENV) build dist

$(READY): requirements.txt pyproject.toml $(INSTALLED_FILES)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Rapport needs Python 3.11 or newer. Name it: make learn PYTHON=python3.12"; exit 1; }
	@echo "Setting up in $(VENV) (about a minute, only this once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
		{ echo "Python's venv is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --requirement requirements.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
