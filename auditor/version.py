"""The version: stated here and nowhere else; the build reads it."""

VERSION = "0.1.0"
