"""👍 and 👎 below each answer; the ratings are kept by ``POST /api/feedback``."""
