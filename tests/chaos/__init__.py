"""What holds when things break: kills, cut streams, a proxy's 502, a reader who does not read.

The suite runs short forms; `python -m tests.chaos` runs the full ones (QUALITY R-1, R-4).
"""
