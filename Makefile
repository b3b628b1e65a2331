# make run    the site with its demonstration, on http://127.0.0.1:8000 (PORT= and HOST= override)
# make test   everything that must hold; PYTEST="tests/… -k …" runs that alone
# make proofs  that nobody is oversold, forgotten or told twice: races against the real site, with the figures
# All set up what they need in .venv; config/bootstrap.py says what they do.
PYTHON ?= python3

.PHONY: run test proofs
run test proofs:
	@$(PYTHON) config/bootstrap.py $@
