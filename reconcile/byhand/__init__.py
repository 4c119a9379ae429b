"""What a person keeps in small tables: decisions on mentions, and who publishes under several names."""
