"""Entry of the judged interpreter: ``python -s -B <this folder>``, with the judge on standard input."""

import bcb_keeper

if __name__ == "__main__":
    bcb_keeper.main()
