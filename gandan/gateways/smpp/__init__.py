"""Text messages by SMPP 3.4: `coding` cuts a text into parts, `wording` reads receipts, `link` keeps the session."""
