"""What the product knows: the records, the errors, the manifest, and one folder per published document."""
