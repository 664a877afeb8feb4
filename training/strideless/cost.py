"""What a model costs: multiply-accumulates of convolutions (fixed ones too) and linear layers, for one picture."""

from __future__ import annotations

import torch
from torch import nn

from .model import Model
from .pooling import BlurPool


@torch.no_grad()
def macs(model: Model, size: int | None = None) -> int:
    """As lib/model counts them, for a square picture of `size` px (default: the file's own)."""
    total = 0

    def count(module: nn.Module, inputs: tuple, output: torch.Tensor) -> None:
        nonlocal total
        if isinstance(module, nn.Conv2d):
            each = module.weight[0].numel()
        else:
            each = module.filter[0].numel() if isinstance(module, BlurPool) else module.in_features
        total += output[0].numel() * each

    counted = [m for m in model.modules() if isinstance(m, (nn.Conv2d, nn.Linear, BlurPool))]
    hooks = [m.register_forward_hook(count) for m in counted]
    training, side = model.training, size or model.input_size
    model.eval()(torch.zeros(1, model.channels, side, side))
    model.train(training)
    for hook in hooks:
        hook.remove()
    return total
