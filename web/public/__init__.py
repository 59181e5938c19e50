"""The public list on the pages of the application: what stands on it, and how that changes."""
