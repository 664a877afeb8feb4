"""Learning rate: a linear warm-up, a stretch at the peak, then half a cosine down to a fraction of it.

Where the number of steps is fixed, the fall begins right after the warm-up. Where a run goes on for as long as it gains
(`Plateau`), its end is not known in advance: the rate stays at the peak until then, and a fall of fixed length follows.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field


def factor(step: int, warmup: int, fall: tuple[int, int], final: float = 0.02) -> float:
    """The factor on the peak rate at `step` (0-based); it falls from the first to the last step of `fall`."""
    if step < warmup:
        return (step + 1) / warmup
    start, end = fall
    progress = (step - start) / max(end - start, 1)
    return final + (1 - final) * (1 + math.cos(math.pi * min(max(progress, 0), 1))) / 2


@dataclass
class Plateau:
    """Says when a score no longer rises: the best of the last `patience` steps is less than `least` above the best before."""

    patience: int
    least: float
    scores: list[tuple[int, float]] = field(default_factory=list)

    def reached(self, step: int, score: float) -> bool:
        """Notes the score at a step, the latest so far. True where nothing was gained for long enough."""
        self.scores.append((step, score))
        early = [each for at, each in self.scores if at <= step - self.patience]
        late = [each for at, each in self.scores if at > step - self.patience]
        return bool(early) and max(late) < max(early) + self.least
