"""How things are said to a person: dates, numbers and explanations in the reader's language."""
