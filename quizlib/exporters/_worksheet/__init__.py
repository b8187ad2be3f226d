"""Worksheets: options, choosing, the view of a sheet, and its writing as PDF and HTML."""
