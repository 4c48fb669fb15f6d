"""職員: learn which division does what, by quiz and by each division's profile."""
