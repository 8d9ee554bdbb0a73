"""`python manage.py …` is `gandan …`."""

from gandan.cli import main

if __name__ == "__main__":
    main()
