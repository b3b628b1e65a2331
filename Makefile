# make run    the site with its demonstration, on http://127.0.0.1:8000 (PORT= and HOST= override)
# make test   everything that must hold; PYTEST="tests/… -k …" runs that alone
# make proofs  that nobody is oversold, forgotten or told twice: races against the real site, with the figures
# make score   what drafting makes of the documents in tests/corpus: right, missing, invented (SCORE="--faults notes")
# make fuzz    damaged documents for the readers, five minutes each (FUZZ="--seconds 60 pdf"); not part of make test
# All set up what they need in .venv; config/bootstrap.py says what they do.
PYTHON ?= python3

.PHONY: run test proofs score fuzz
run test proofs score fuzz:
	@$(PYTHON) config/bootstrap.py $@
