"""What a team says beside the texts of a profile: comments, replies, suggestions. It never leaves the school."""
