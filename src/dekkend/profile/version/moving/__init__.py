"""A round goes over to a new version of its format, with all profiles that are being prepared; and back."""
