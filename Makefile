# Every line also runs by hand. `make` alone says what there is.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
PYTHON ?= python3
PREFIX ?= /usr/local
SEED ?= 1
FUZZ_SECONDS ?= 3600
VENV := .venv
SHARED := $(or $(OGPSTATS_SHARED),../shared)

# The program that the checks try: optimised, and open to the tests that look into its modules.
TESTING := --configuration release --scratch-path .build-testing -Xswiftc -enable-testing
PROGRAM := $(CURDIR)/.build-testing/release/ogpstats

# The program as it is shipped: one file that needs no Swift on the machine.
SHIPPED := --configuration release --scratch-path .build-shipped --static-swift-stdlib

# Suites of thousands of generated histories, and those that run the program or write pages: minutes
# in debug, seconds in release.
HEAVY := Agreement|Explaining|ExtendedHistory|Worklist|SQLiteDatabaseTests/images|ogpstatsTests
HEAVY := $(HEAVY)|ReportsTests|SimulationTests|Corpora|CSVAnd

# $(call apt,COMMAND-THAT-MUST-WORK,PACKAGES): installs from Debian as root, else says how.
define apt
if ! { $(1); } >/dev/null 2>&1; then \
  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
    apt-get -o Acquire::Retries=3 update -qq; \
    DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 install -y -qq --no-upgrade --no-install-recommends $(2) >/dev/null; \
  else \
    echo 'Missing: $(2). On Debian and Ubuntu: sudo apt-get install $(2). Then run make again.' >&2; \
    exit 1; \
  fi; \
fi
endef

help: ## say what there is
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/make \1\t\2/p' Makefile | expand -t 22

report: sqlite ## the biennial report on the real data of datasets/irm-2016
	$(SWIFT) build $(SHIPPED) --product ogpstats
	.build-shipped/release/ogpstats report datasets/irm-2016 --from 2011-01-01 --to 2016-12-31 --out report
	@echo "The report: $(CURDIR)/report/index.html (Spanish: index.es.html, French: index.fr.html)"

# The quick ones first; then two at a time what takes long and what needs other people's tools; the
# runner's own summary closes the output. About half an hour on two cores.
test: debian lint build test-debug build-testing ## everything that CI checks
	$(MAKE) --no-print-directory --jobs 2 --output-sync=target long
	$(MAKE) --no-print-directory test-release

test-quick: lint build test-debug build-testing test-release oracle-short ## Swift's tests and the second opinion

long: coverage packages sanitize-thread bench-smoke fuzz-short browser notebooks scale-out oracle-short \
  faults api-docs

lint: ## the format of every Swift file
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

build: sqlite ## everything in debug; an import that Package.swift does not declare is an error
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error

test-debug: build ## the tests but the heavy suites, with every assertion on
	$(SWIFT) test --skip-build --disable-xctest --skip '$(HEAVY)'

build-testing: sqlite
	$(SWIFT) build $(TESTING) --build-tests

test-release: build-testing ## all tests of Swift, optimised
	$(SWIFT) test $(TESTING) --skip-build --disable-xctest

# The second opinion: the cases with their answers, then random requests against the program.
oracle-short: build-testing $(VENV)/ready
	$(VENV)/bin/python Tests/Oracle/oracle.py cases $(SHARED)
	rm -rf .build-testing/oracle
	$(PROGRAM) generate --members 60 --seed 20 --out .build-testing/oracle --quiet
	$(VENV)/bin/python Tests/Oracle/oracle.py compare $(PROGRAM) $(SHARED) datasets/demo \
	  datasets/irm-2016 .build-testing/oracle --requests 100 --seed $(SEED)
	$(VENV)/bin/python Tests/Oracle/oracle.py compare $(PROGRAM) $(SHARED) $(SHARED)/cases/0*/data \
	  --requests 20 --awkward 20 --seed $(SEED)

oracle: build-testing $(VENV)/ready ## the second opinion in SQL at length; SEED=N for other requests
	rm -rf .build-testing/oracle
	$(PROGRAM) generate --members 120 --seed $(SEED) --out .build-testing/oracle --quiet
	$(VENV)/bin/python Tests/Oracle/oracle.py compare $(PROGRAM) $(SHARED) datasets/demo \
	  datasets/irm-2016 .build-testing/oracle $(SHARED)/cases/0*/data \
	  --requests 1000 --stories 8 --seed $(SEED)

notebooks: build-testing python-venv ## exports in users' tools, notebooks, metrics as SQL, the examples of docs/
	@$(call apt,Rscript -e 'library(knitr)' && command -v sqlite3 && ls /usr/lib/postgresql/*/bin/initdb,\
	  r-base-core r-cran-knitr sqlite3 postgresql)
	Tests/Notebooks/run.sh $(PROGRAM)

browser: build-testing ## the pages of both datasets in a browser, and planted defects that must be seen
	Tests/Browser/run.sh $(PROGRAM) .build-testing/browser

bench-smoke: sqlite ## every benchmark once on little data: fails only on wrong answers
	Benchmarks/smoke.sh

packages: report ## the program as it is shipped: installed, in its shells and man pages, and as a .deb
	@$(call apt,command -v fish && command -v zsh && command -v man && command -v groff && command -v strip,\
	  fish zsh man-db groff-base binutils)
	test -s report/index.html -a -s report/index.es.html -a -s report/index.fr.html
	packaging/test.sh .build-shipped/release/ogpstats

scale-out: build-testing python-venv ## work in parts, by hand and on Spark
	@$(call apt,java -version 2>&1 | grep '"17' || ls /usr/lib/jvm/*17*/bin/java,openjdk-17-jre-headless)
	scale-out/test.sh $(PROGRAM)

api-docs: build-testing ## the documentation of the library, in .build-testing/api: no link to nothing
	tools/api-docs.sh .build-testing/release/Modules .build-testing/api

faults: sqlite ## disturb the writers in every way: killed, full, refused
	@$(call apt,command -v strace,strace)
	$(SWIFT) build --configuration release --product FaultWriter
	Tests/Faults/faults.py .build/release/FaultWriter

fuzz-short: sqlite ## the fuzzer for a minute a target
	for target in CSV Dataset Values JSON SQLite; do Fuzz/run.sh $$target 60; done

fuzz: sqlite ## the fuzzer for FUZZ_SECONDS=3600 a target, all at once
	for target in CSV Dataset Values JSON SQLite; do Fuzz/run.sh $$target 0; done
	printf '%s\n' CSV Dataset Values JSON SQLite \
	  | xargs -P 5 -I TARGET Fuzz/run.sh TARGET $(FUZZ_SECONDS)

mutations: sqlite $(VENV)/ready ## plant faults in rules and metrics, one at a time: each must be caught
	$(VENV)/bin/python tools/mutations.py

bench: sqlite ## the program beside the tools an analyst would pick instead
	Benchmarks/run.sh

coverage: sqlite ## which lines the tests reach, module by module
	$(SWIFT) test --configuration release --scratch-path .build-coverage -Xswiftc -enable-testing \
	  --disable-xctest --enable-code-coverage
	$(PYTHON) tools/coverage.py "$$($(SWIFT) test --configuration release \
	  --scratch-path .build-coverage --show-codecov-path)" \
	  --least 95 Warehouse Membership Metrics Simulation

sanitize: sanitize-thread sanitize-address ## the quick tests under the two sanitizers

sanitize-thread sanitize-address: sanitize-%: sqlite
	$(SWIFT) test --sanitize=$* --scratch-path .build-$* --disable-xctest --skip '$(HEAVY)'

install: sqlite ## the program, man pages and completions below PREFIX=/usr/local
	packaging/install.sh $(PREFIX)

uninstall: ## remove what install put there
	packaging/uninstall.sh $(PREFIX)

package: sqlite ## a Debian package in .build-shipped/deb
	packaging/deb.sh

clean: ## remove what was built
	rm -rf .build .build-* $(VENV) report

.PHONY: help report test test-quick long debian lint build test-debug build-testing test-release oracle-short oracle \
  notebooks browser packages scale-out api-docs faults fuzz fuzz-short mutations bench bench-smoke coverage \
  sanitize sanitize-thread sanitize-address install uninstall package clean sqlite \
  python-venv

# All that the checks need from Debian at once: two of them at a time cannot both install.
debian:
	@$(call apt,type Rscript sqlite3 fish zsh man groff strip strace pdftotext chromium java \
	  && Rscript -e 'library(knitr)' && ls /usr/lib/postgresql/*/bin/initdb \
	  && fc-list | grep DejaVu && $(PYTHON) -c 'import ensurepip$(comma) venv' \
	  && echo '#include <sqlite3.h>' | $(CC) -E -,\
	  r-base-core r-cran-knitr sqlite3 fish zsh man-db groff-base binutils strace poppler-utils chromium \
	  openjdk-17-jre-headless postgresql fontconfig fonts-dejavu-core python3-venv libsqlite3-dev)

# libsqlite3 with its header.
sqlite:
	@$(call apt,echo '#include <sqlite3.h>' | $(CC) -E -,libsqlite3-dev)

python-venv:
	@$(call apt,$(PYTHON) -c 'import ensurepip$(comma) venv',python3-venv)

# The Python of the checks, with pinned packages.
$(VENV)/ready: Tests/requirements.txt | python-venv
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

comma := ,
