"""From an understood question to what the plan says about it: exact look-ups first, meaning where nothing is named."""
