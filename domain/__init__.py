"""The council's own words and rules: pure Python, no I/O, no clock, no framework."""
