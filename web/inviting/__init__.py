"""Whom of a theme's stakeholders to invite to a dialogue meeting, and the meeting made of it."""
