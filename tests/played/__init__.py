"""Sessions played at random, act by act, on the pure method, on a database or over the wire.

`forms` fills in the form of each act of the table, `choosing` says who does what next, `oracle` who may read what.
"""
