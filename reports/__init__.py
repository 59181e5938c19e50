"""The questions that the council asks of its own papers, and the forms of their answers."""
