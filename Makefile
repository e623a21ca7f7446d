# A thin front to packaging/dev.py, which also works where there is no make.
PYTHON ?= python3
DEV = @$(PYTHON) packaging/dev.py

export TEXT

.PHONY: install run test test-core check bench shots try fresh reader lock

install: ## make .venv and install what is locked
	$(DEV) install $(ARGS)

run: ## start the studio
	$(DEV) run $(ARGS)

test: ## all tests
	$(DEV) test $(ARGS)

test-core: ## the core's tests, without Qt
	$(DEV) test --core $(ARGS)

check: ## everything that CI runs
	$(DEV) check $(ARGS)

bench: ## figures
	$(DEV) bench $(ARGS)

shots: ## a picture of every window in both themes
	$(DEV) shots $(ARGS)

try: ## one text against all rules: make try TEXT='another nightmare client'
	$(DEV) try $(ARGS)

fresh: ## make test and make run on a bare Debian 12; needs root and debootstrap
	$(DEV) fresh $(ARGS)

reader: ## teach the second reader anew; needs PyTorch, the labelled sets and an hour
	$(DEV) reader $(ARGS)

lock: ## pin what the project needs
	$(DEV) lock $(ARGS)
