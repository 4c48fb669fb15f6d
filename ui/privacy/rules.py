"""The server's rules for personal data, as the page's script takes them."""

import json

from assistant.privacy import browser_rules


def rules_script() -> str:
    """JavaScript that sets ``window.planPrivacyRules``; it stands before ``privacy/script.js``."""
    # A "<" within an inline script could end it.
    return f"window.planPrivacyRules = {json.dumps(browser_rules()).replace('<', chr(92) + 'u003c')};"
