"""Figures for organizers: how well questions measure, and what was learned between two tests. Owns nothing."""
