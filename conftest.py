"""Root of the project's own test run; what tests share is in ``tests/conftest.py``.

It stands here so that pytest takes this folder for its root, whichever folder of the project it is called in.
"""
