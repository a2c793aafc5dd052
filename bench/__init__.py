"""How much the product carries: rooms of nine over real HTTP and streams (ARCHITECTURE, Scale bar).

`python -m bench` prints JSON on standard output and a table for people on standard error.
"""
