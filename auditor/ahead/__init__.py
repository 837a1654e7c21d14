"""What comes after the reference date: what is accepted for a while, what will be done, what lapses, which verdicts turn."""
