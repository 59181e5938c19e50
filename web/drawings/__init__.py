"""Pictures that the server draws: each with the same told in words, and in a table."""
