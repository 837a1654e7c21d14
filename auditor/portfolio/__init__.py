"""Many organisations at once: a folder each, a report each, and one overview of what they share.

`clients` finds them, `work` audits one of them, `run` does so for all on the processes of this machine or on a cluster,
`overview` lays the results side by side.
"""
