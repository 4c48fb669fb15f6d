"""Sheets: a project, a division and a page of the source on pages of their own, to link to and to print."""
