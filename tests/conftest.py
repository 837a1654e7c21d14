"""What all tests share: how hypothesis searches."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("default", deadline=None)
# The same examples at every run, so that a red build is about the change and not about luck.
settings.register_profile("fixed", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("default" if os.environ.get("HYPOTHESIS_SEARCH") else "fixed")
