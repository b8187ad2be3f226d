"""The screen: asking and showing line by line; no rules of the game in it."""
