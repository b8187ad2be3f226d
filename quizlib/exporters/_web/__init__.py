"""The page's parts: its data, the rules that it grades by, and how it is put together."""
