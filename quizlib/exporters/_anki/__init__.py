"""What the Anki exporter is made of: note types, fields, the package."""
