"""What the pages of themes show: stages, decisions, measures, and the plan of action."""
