"""Speed as ratios against named floors: `make bench`, or `python -m tests.bench`."""
