"""How the small weights that ship with Kindred were made; nothing here runs in a mind."""
