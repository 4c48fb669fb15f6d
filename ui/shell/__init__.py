"""The frame around the rooms: title, editions, notice, the way from room to room."""
