"""A report as page, Word, Excel, PDF, CSV, text and JSON, all from one description of it."""
