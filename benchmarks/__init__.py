"""What is claimed about Kindred, measured: one command each, results committed beside."""
