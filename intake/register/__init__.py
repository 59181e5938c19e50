"""A register kept in CSV files or one workbook: read, checked, and refused in words."""
