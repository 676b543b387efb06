# Every line also runs by hand. `make` alone says what there is.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
PYTHON ?= python3
VENV := .venv
# Tests in release are built apart: they may look into the modules, the program may not.
TESTING := --configuration release --scratch-path .build-testing -Xswiftc -enable-testing
# Suites of thousands of generated histories: minutes in debug, seconds in release.
HEAVY := Agreement|Explaining|ExtendedHistory|Worklist|SQLiteDatabaseTests/images

export OGPSTATS := $(CURDIR)/.build-testing/release/ogpstats

.PHONY: help report test lint build test-debug test-release oracle faults coverage sanitize clean sqlite

help: ## say what there is
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/make \1\t\2/p' Makefile | expand -t 22

report: sqlite ## the biennial report on the real data of datasets/irm-2016
	$(SWIFT) build --configuration release --product ogpstats
	.build/release/ogpstats report datasets/irm-2016 --from 2011-01-01 --to 2016-12-31 --out report
	@echo "The report: $(CURDIR)/report/index.html (Spanish: index.es.html, French: index.fr.html)"

test: lint build test-debug build-testing oracle-short test-release ## all tests, the quick ones first

lint: ## the format of every Swift file
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

build: sqlite ## everything in debug; an import that Package.swift does not declare is an error
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error

test-debug: build ## the tests but the heavy suites, with every assertion on
	$(SWIFT) test --skip-build --disable-xctest --skip '$(HEAVY)'

.PHONY: build-testing
build-testing: sqlite
	$(SWIFT) build $(TESTING) --build-tests

test-release: build-testing ## all tests, optimised
	$(SWIFT) test $(TESTING) --skip-build --disable-xctest

.PHONY: oracle-short
oracle-short: build-testing $(VENV)/ready

oracle: build-testing $(VENV)/ready ## the second opinion in SQL, at length

faults: sqlite ## disturb the writers in every way: killed, full, refused
	$(SWIFT) build --configuration release --product FaultWriter
	Tests/Faults/faults.py .build/release/FaultWriter

coverage: sqlite ## which lines the tests reach, module by module
	$(SWIFT) test --configuration release --scratch-path .build-coverage -Xswiftc -enable-testing \
	  --disable-xctest --enable-code-coverage
	$(PYTHON) tools/coverage.py "$$($(SWIFT) test --configuration release \
	  --scratch-path .build-coverage --show-codecov-path)"

sanitize: sqlite ## the quick tests under the address and the thread sanitizer
	for kind in address thread; do \
	  $(SWIFT) test --sanitize=$$kind --scratch-path .build-$$kind --disable-xctest \
	    --skip '$(HEAVY)'; \
	done

clean: ## remove what was built
	rm -rf .build .build-* $(VENV) report

# libsqlite3 with its header, from Debian where it is missing and this is root.
sqlite:
	@if ! echo '#include <sqlite3.h>' | $(CC) -E - >/dev/null 2>&1; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && apt-get install -y -qq libsqlite3-dev >/dev/null; \
	  else \
	    echo 'sqlite3.h is missing. Debian and Ubuntu: sudo apt-get install libsqlite3-dev;' \
	      'Fedora: sudo dnf install sqlite-devel. Then run make again.' >&2; \
	    exit 1; \
	  fi; \
	fi

# The Python of the checks, with pinned packages.
$(VENV)/ready: Tests/requirements.txt
	$(PYTHON) -m venv $(VENV) || { [ "$$(id -u)" = 0 ] && apt-get update -qq \
	  && apt-get install -y -qq python3-venv >/dev/null && $(PYTHON) -m venv $(VENV); }
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	touch $@
