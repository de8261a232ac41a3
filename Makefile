# Two commands do everything on a fresh machine with Swift 6.3 or later: `make demo` and `make test`.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
STARTED := $(shell date +%s)

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
# Imports must be declared: a target may import only what Package.swift says.
BUILD_FLAGS := --explicit-target-dependency-import-check error
SOURCES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Benchmarks

# Tests of these targets and suites wait for real transfers within limits of time. All tests of one run start at once and
# share as many threads as there are cores, so those that only compute would keep these waiting: they run by themselves.
TIMED_SUITES := CurlTransferTests|SourceFetchingTests|GapTests|SourcePoller|WatchCycleTests|FirstContactPollTests|DailyIndexTests|AwaitingTests|ActivityTests

# pkg-config module:Debian package
LIBRARIES := libcurl:libcurl4-openssl-dev libcrypto:libssl-dev libxml-2.0:libxml2-dev sqlite3:libsqlite3-dev libpsl:libpsl-dev uchardet:libuchardet-dev libsystemd:libsystemd-dev

.PHONY: help demo test lint format bench install build dependencies

help: ## Show what this file can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build ## Build, run the whole job on bundled sources on loopback, show one alert
	@.build/release/whynow demo
	@echo "make demo took $$(( $$(date +%s) - $(STARTED) )) s from start to alert."

test: dependencies lint ## Lint, build and run every test
	$(SWIFT) build --build-tests $(BUILD_FLAGS)
	$(SWIFT) test --skip-build --filter '$(TIMED_SUITES)'
	$(SWIFT) test --skip-build --skip '$(TIMED_SUITES)'

lint: ## Check the formatting of every source file
	@$(SWIFT) format lint --strict --parallel --recursive --configuration .swift-format $(SOURCES)
	@echo "lint: clean"

format: ## Format every source file in place
	@$(SWIFT) format format --in-place --parallel --recursive --configuration .swift-format $(SOURCES)

bench: dependencies ## Measure every stage (nested Benchmarks package, release)
	$(SWIFT) package --package-path Benchmarks --disable-sandbox benchmark --no-progress

install: build ## Install binary, shipped files and unit below $(PREFIX) and /etc (needs root)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/whynow $(DESTDIR)/etc/systemd/system
	install -m 755 .build/release/whynow $(DESTDIR)$(PREFIX)/bin/whynow
	cp -R Config $(DESTDIR)$(PREFIX)/share/whynow/
	sed 's|/usr/local/bin/whynow|$(PREFIX)/bin/whynow|' systemd/whynow.service > $(DESTDIR)/etc/systemd/system/whynow.service
	@if [ ! -e $(DESTDIR)/etc/whynow ]; then \
	  install -d $(DESTDIR)/etc/whynow && cp -R Config/. $(DESTDIR)/etc/whynow/ && rm -rf $(DESTDIR)/etc/whynow/demo; \
	  echo "Installed. Put your own companies into $(DESTDIR)/etc/whynow, then run 'whynow check'. The unit runs as user whynow:"; \
	  echo "  useradd --system --home-dir /var/lib/whynow whynow; systemctl daemon-reload; systemctl enable --now whynow"; \
	else echo "Installed. $(DESTDIR)/etc/whynow was there already and is unchanged; the shipped files are in $(PREFIX)/share/whynow/Config."; fi

# With Swift's own libraries inside, so that the installed binary runs where no Swift is.
build: dependencies
	@echo "Building whynow (release; about two minutes the first time on 2 cores) ..."
	$(SWIFT) build -c release --product whynow --static-swift-stdlib $(BUILD_FLAGS)

# Installs only what is missing, and only where apt-get is there to do it.
dependencies:
	@command -v $(firstword $(SWIFT)) >/dev/null || { echo "Swift is missing: install Swift 6.3 or later from swift.org, then run make again." >&2; exit 1; }; \
	missing=""; \
	command -v pkg-config >/dev/null || missing="pkg-config"; \
	for pair in $(LIBRARIES); do \
	  if ! { command -v pkg-config >/dev/null && pkg-config --exists "$${pair%%:*}"; }; then missing="$$missing $${pair##*:}"; fi; \
	done; \
	[ -e /usr/include/libstemmer.h ] || missing="$$missing libstemmer-dev"; \
	[ -n "$$missing" ] || exit 0; \
	if ! command -v apt-get >/dev/null; then \
	  echo "These libraries with their headers are missing (Debian's names):$$missing" >&2; \
	  echo "This system has no apt-get: install them with its own package manager, then run make again." >&2; exit 1; \
	fi; \
	sudo=""; \
	if [ "$$(id -u)" != 0 ]; then \
	  command -v sudo >/dev/null || { echo "As root run: apt-get install --no-install-recommends$$missing" >&2; exit 1; }; sudo=sudo; \
	fi; \
	echo "Installing:$$missing"; \
	$$sudo apt-get install -y -q --no-install-recommends $$missing >/dev/null 2>&1 \
	  || { $$sudo apt-get update -q >/dev/null && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing; }
