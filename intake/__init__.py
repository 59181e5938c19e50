"""How facts come in from outside: registers as CSV or Excel."""
