"""窓口: one line in, one large card out, for a clerk with somebody waiting at the counter."""
