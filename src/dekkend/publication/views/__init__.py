"""Public pages (start, schools, school, papers, theme) and the station of the profile (station)."""
