"""Learning rate: linear warm-up, then half a cosine down to a fraction of the peak."""

from __future__ import annotations

import math


def factor(step: int, steps: int, warmup: int, final: float = 0.02) -> float:
    """The factor on the peak rate at `step` of `steps` (0-based)."""
    if step < warmup:
        return (step + 1) / warmup
    progress = (step - warmup) / max(steps - warmup, 1)
    return final + (1 - final) * (1 + math.cos(math.pi * min(progress, 1))) / 2
