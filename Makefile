# make run    the site with its demonstration, on http://127.0.0.1:8000 (PORT= and HOST= override)
# make test   everything that must hold; PYTEST="tests/… -k …" runs that alone
# Both set up what they need in .venv; config/bootstrap.py says what they do.
PYTHON ?= python3

.PHONY: run test
run test:
	@$(PYTHON) config/bootstrap.py $@
