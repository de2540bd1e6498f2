"""The school registers of DUO, as DUO publishes them."""
