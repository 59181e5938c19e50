"""Outlets, coverage, spokespersons, and whom to invite to a dialogue meeting on a theme."""
