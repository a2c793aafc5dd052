"""Canaries over the wire (QUALITY S-2): random sessions with a real server, every byte that each person received
searched for words, names and ids that are not theirs to read.

The suite plays a few; `python -m tests.canaries 300` plays as many as one wants (docs/canaries.md).
"""
