"""What a person takes away from a séance, as Markdown and as a tagged PDF. Knows how papers look, not what they say:
whoever makes one decides that (`live.carnet`)."""
