# What `make class` does: an environment that learners can read, the users, then the hub. Run it by `make class`, as root.
PYTHON ?= python3
CLASS ?= deploy/hub/class.yaml
CLASS_HOME ?= /opt/rapport
BIN := $(CLASS_HOME)/bin
READY := $(CLASS_HOME)/.ready

.PHONY: class

class: root $(READY)
	@$(BIN)/rapport class accounts $(CLASS)
	@$(BIN)/rapport class start $(CLASS)

.PHONY: root
root:
	@test "$$(id -u)" = 0 || { echo "A class needs users of its own, which only root can make. Run: sudo make class"; exit 1; }

# Installed, not linked to this folder: learners read the package, and never what lies here, solutions/ above all.
$(READY): requirements.txt pyproject.toml $(shell find src scenarios notebooks exercises -type f -not -name '*.pyc') | root
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Rapport needs Python 3.11 or newer. Name it: make class PYTHON=python3.12"; exit 1; }
	@echo "Setting up in $(CLASS_HOME) (a few minutes, only this once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(CLASS_HOME) || \
		{ echo "Python's venv is missing. Install it with: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --requirement requirements.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --force-reinstall .
	@$(BIN)/rapport class proxy
	@touch $@
