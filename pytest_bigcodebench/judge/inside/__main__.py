"""Entry of the judged interpreter: ``python -s -B <this folder>``, with the judge on standard input."""

import sys

import bcb_keeper

# A sample must find the judged interpreter's modules and no other.
del sys.path[0]

if __name__ == "__main__":
    bcb_keeper.main()
