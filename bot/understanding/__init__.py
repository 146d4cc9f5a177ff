"""What a message means, offline."""
