"""The qualification form on its pages: filled in, compared, and met by another's changes."""
