"""Sizain: sessions of codéveloppement professionnel, conducted live on every screen."""

__version__ = "0.1.0.dev0"
