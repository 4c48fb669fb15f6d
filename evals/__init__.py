"""Questions with known answers, metrics, runners and reports."""
