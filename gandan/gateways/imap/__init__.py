"""Letters that come in: `letters` reads one, `reading` fetches them by IMAP (RFC 3501) and leaves them where they are."""
