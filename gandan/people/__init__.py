"""Who: staff with roles per agency, citizens, and what each may enter.

Nouns: User, Assignment. Staff sign in with password and one-time password (TOTP); citizens by a code sent to their
telephone or e-mail, or through VNeID (OpenID Connect). Every view wears exactly one of `@public @citizen @officer
@leader @display`; a person of one commune never sees another's rows.
"""
