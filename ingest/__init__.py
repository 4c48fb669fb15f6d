"""From a published text to projects and passages, losing no character on the way."""
