"""Kindred's mind: organs, the faculties they use, and one person's memory opened for use."""
