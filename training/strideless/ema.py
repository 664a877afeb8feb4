"""Exponential moving average of the weights: what is evaluated and shipped."""

from __future__ import annotations

import copy
import math

import torch
from torch import nn


class Average:
    """The decay rises from 0 to `decay` over the first few `ramp` steps, so that short runs are not held by their start."""

    def __init__(self, model: nn.Module, decay: float = 0.998, ramp: float = 500.0):
        self.model = copy.deepcopy(model).eval().requires_grad_(False)
        self.decay, self.ramp, self.updates = decay, ramp, 0

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        self.updates += 1
        decay = self.decay * (1 - math.exp(-self.updates / self.ramp))
        source = model.state_dict()
        mine, theirs = [], []
        for name, value in self.model.state_dict().items():
            if value.dtype.is_floating_point:
                mine.append(value)
                theirs.append(source[name])
            else:
                value.copy_(source[name])
        torch._foreach_lerp_(mine, theirs, 1 - decay)

    def state_dict(self) -> dict:
        return {"model": self.model.state_dict(), "updates": self.updates}

    def load_state_dict(self, state: dict) -> None:
        self.model.load_state_dict(state["model"])
        self.updates = state["updates"]
