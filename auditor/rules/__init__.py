"""The evidence rules, one a module: `shapes` says how a requirement names them, `judges` which function judges each."""
