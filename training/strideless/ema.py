"""Exponential moving average of the weights: what is evaluated and shipped."""

from __future__ import annotations

import copy
import math

import torch
from torch import Tensor, nn


_Pair = tuple[list[Tensor], list[Tensor]]


def _pairs(mine: nn.Module, theirs: nn.Module) -> tuple[_Pair, _Pair]:
    """The tensors of both models, side by side: those that are averaged, and the counters of batch norm, which are copied."""
    source = theirs.state_dict()
    both = [(value, source[name]) for name, value in mine.state_dict().items()]
    moved = [pair for pair in both if pair[0].dtype.is_floating_point]
    counted = [pair for pair in both if not pair[0].dtype.is_floating_point]
    return tuple((list(a), list(b)) for a, b in (zip(*pairs) if pairs else ((), ()) for pairs in (moved, counted)))


class Average:
    """The decay rises from 0 to `decay` over the first few `ramp` steps, so that short runs are not held by their start."""

    def __init__(self, model: nn.Module, decay: float = 0.998, ramp: float = 500.0):
        self.model = copy.deepcopy(model).eval().requires_grad_(False)
        self.decay, self.ramp, self.updates = decay, ramp, 0
        self._pairs: tuple[nn.Module, _Pair, _Pair] | None = None  # found once: walking two models takes 3 % of a step

    def decay_at(self, update: int) -> float:
        """What is kept of the average at this update (the first is 1)."""
        return self.decay * (1 - math.exp(-update / self.ramp))

    def update(self, model: nn.Module) -> None:
        self.updates += 1
        self.blend(model, self.decay_at(self.updates))

    @torch.no_grad()
    def blend(self, model: nn.Module, decay: float | Tensor) -> None:
        """Keeps `decay` of the average (a number, or a tensor on the model's device) and takes the rest from the model."""
        if self._pairs is None or self._pairs[0] is not model:
            self._pairs = (model, *_pairs(self.model, model))
        _, (mine, theirs), counted = self._pairs
        torch._foreach_mul_(mine, decay)
        torch._foreach_add_(mine, torch._foreach_mul(theirs, 1 - decay))
        torch._foreach_copy_(*counted)

    def state_dict(self) -> dict:
        return {"model": self.model.state_dict(), "updates": self.updates}

    def load_state_dict(self, state: dict) -> None:
        self.model.load_state_dict(state["model"])
        self.updates = state["updates"]
