"""`python -m auditor` is the same program as `meldcode-proof`."""

from auditor.cli import main

if __name__ == "__main__":
    main()
