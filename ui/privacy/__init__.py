"""Before anything is sent: whether it holds personal data, and what the reader wants done about it."""
