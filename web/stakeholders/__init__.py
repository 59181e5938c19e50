"""Who has a stake in a theme, where they stand, and whom to turn to there."""
