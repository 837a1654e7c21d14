"""The registers looked at themselves: what is odd in them, as a question. It changes no verdict and accuses nobody."""
