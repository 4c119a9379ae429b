"""What words of publication strings mean, and how much they identify: kinds of things, places, publishers, editions."""
