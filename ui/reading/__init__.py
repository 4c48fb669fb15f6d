"""What helps reading: furigana over kanji, and the language of Japanese words on a page in another language."""
