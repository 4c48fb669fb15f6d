"""図で見る: costs, years and divisions as pictures, each with its sentence, its table and its data to take away."""
