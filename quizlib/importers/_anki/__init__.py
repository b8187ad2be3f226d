"""What Anki's packages are made of: archive, database, media."""
