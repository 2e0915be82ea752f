# make run [ARGS="--lang de"]   the reader, from this checkout
# make test                     everything that CI runs
# make help                     the rest

PYTHON ?= python3
RUN    := .venv
TEST   := .venv-test
PO     := $(wildcard src/newstui/locale/*/LC_MESSAGES/newstui.po)
BIN     = $(TEST)/bin

.PHONY: run test check format types imports pytest snapshots docs picture bench messages clean help

run: $(RUN)/.installed $(PO:.po=.mo)       ## open the reader
	@$(RUN)/bin/newstui $(ARGS)

test: check types imports pytest           ## lint, types, import contracts, tests

check: $(TEST)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(TEST)/.installed                 ## put every file into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(TEST)/.installed
	$(BIN)/mypy

imports: $(TEST)/.installed
	$(BIN)/lint-imports --no-cache

pytest: $(TEST)/.installed $(PO:.po=.mo)
	$(BIN)/pytest --numprocesses auto --dist worksteal $(ARGS)

snapshots: $(TEST)/.installed $(PO:.po=.mo) ## accept today's screens as the right ones
	$(BIN)/pytest tests/snapshots --snapshot-update

docs: $(TEST)/.installed                   ## write the pages of docs/ that are made from tables
	$(BIN)/python -m newstui.ui.keys_page > docs/keys.md
	$(BIN)/python -m newstui.config.page > docs/configuration.md
	$(BIN)/python docs/write_manual.py > docs/newstui.1

picture: $(TEST)/.installed $(PO:.po=.mo)  ## draw the README's picture anew
	$(BIN)/python docs/draw_picture.py

bench: $(TEST)/.installed $(PO:.po=.mo)    ## newstui against newsboat, an hour; writes docs/performance.md
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	$(BIN)/python bench/run.py --million --write docs/performance.md $(ARGS)

messages: $(TEST)/.installed               ## bring the catalogues up to date with the messages in the code
	@mkdir -p build
	$(BIN)/pybabel --quiet extract -k N_ -k ngettext:1,2 --no-location --sort-output --project newstui \
	  --copyright-holder "the newstui authors" -o build/newstui.pot src/newstui
	for language in de es fr nl pt; do \
	  $(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -D newstui -i build/newstui.pot -d src/newstui/locale -l $$language --init-missing || exit 1; \
	done

# An environment is made again when what it is made from has changed.
$(RUN)/.installed: pyproject.toml constraints.txt hatch_build.py
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newstui needs Python 3.11 or newer; name one with: make run PYTHON=python3.12")'
	$(PYTHON) -m venv $(RUN)
	$(RUN)/bin/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[serve]'
	@touch $@

$(TEST)/.installed: pyproject.toml constraints.txt hatch_build.py
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newstui needs Python 3.11 or newer; name one with: make test PYTHON=python3.12")'
	$(PYTHON) -m venv $(TEST)
	$(TEST)/bin/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@

%.mo: %.po
	@env=$(RUN); test -e $(TEST)/.installed && env=$(TEST); $$env/bin/python -c 'import sys; from babel.messages.mofile import write_mo; from babel.messages.pofile import read_po; write_mo(open(sys.argv[2], "wb"), read_po(open(sys.argv[1], "rb")))' $< $@

clean:                                     ## remove the environments and everything built
	rm -rf $(RUN) $(TEST) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find src -name '*.mo' -delete

help:
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14
