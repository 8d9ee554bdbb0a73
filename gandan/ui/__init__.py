"""How everything looks: bases, parts, tokens, the words for dates and money. No noun of the field lives here."""
