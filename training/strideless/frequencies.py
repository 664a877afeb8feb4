"""How well a halving layer's output still tells its input: singular values by frequency, condition number.

A layer that halves a map is, without its bias and its activation, a linear map. On a periodic patch of N x N positions it
commutes with shifts by two pixels, so it can be taken apart by frequency:

Split the input by phase: x[i, a, b](m) = x[i](2m + (a, b)) for a, b in {0, 1}, so 4 c_in maps on the coarse grid of
M x M positions, M = N / 2. Every output channel is a sum of circular convolutions of these maps on the coarse grid,
y[o](m) = sum over i, a, b, t of h[o; i, a, b](t) x[i, a, b](m - t), where h[o; i, a, b] is the response to an impulse in
input channel i at (a, b). The discrete Fourier transform over m turns each convolution into a product:

    Y[o](w) = sum over i, a, b of H[o; i, a, b](w) X[i, a, b](w).

So for each of the M x M frequencies w there is one matrix H(w) of c_out x 4 c_in. Both transforms are unitary up to the
same factor, so the singular values of the whole map are those of all H(w) together. The map loses no information exactly
when each H(w) has rank 4 c_in; where c_out is smaller, it keeps at most c_out numbers of 4 c_in.

The condition number is the largest of these values over the smallest, of the min(c_out, 4 c_in) that each matrix has: how
much an error of the output can grow when the input (or what the output keeps of it) is computed back.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import conv2d, pad

from .modules import Conv, SpaceToDepth
from .pooling import BlurPool


def linear(module: nn.Module, x: Tensor) -> Tensor:
    """The linear part of a module, with a periodic border: no bias, no activation, batch norm as the factor that it is."""
    if isinstance(module, Conv):
        scale = module.bn.weight / (module.bn.running_var + module.bn.eps).sqrt()
        return linear(module.conv, x) * scale.to(x.dtype)[:, None, None]
    if isinstance(module, nn.Conv2d):
        edges = [(side, kernel - 1 - side) for side, kernel in zip(module.padding, module.kernel_size, strict=True)]
        (top, bottom), (left, right) = edges
        periodic = pad(x, (left, right, top, bottom), mode="circular")
        return conv2d(periodic, module.weight.to(x.dtype), stride=module.stride, groups=module.groups)
    if isinstance(module, BlurPool):
        periodic = pad(x, [module.edge] * 4, mode="circular")
        return conv2d(periodic, module.filter.to(x.dtype), stride=2, groups=module.channels)
    if isinstance(module, (SpaceToDepth, nn.AvgPool2d)):
        return module(x)
    raise TypeError(f"{type(module).__name__} is not a linear map")


@torch.no_grad()
def responses(chain: list[nn.Module], channels: int, side: int) -> Tensor:
    """H(w) of modules that halve a map together: complex128 [M, M, c_out, 4 channels], M = side / 2."""
    impulses = torch.zeros(channels, 2, 2, channels, side, side, dtype=torch.float64)
    for channel in range(channels):
        for a in (0, 1):
            for b in (0, 1):
                impulses[channel, a, b, channel, a, b] = 1
    y = impulses.flatten(0, 2)
    for module in chain:
        y = linear(module, y)
    if y.shape[-1] != side // 2:
        raise ValueError(f"the modules take {side} positions to {y.shape[-1]}, not to half of them")
    return torch.fft.fft2(y).permute(2, 3, 1, 0)


def singular_values(chain: list[nn.Module], channels: int, side: int = 16) -> Tensor:
    """Those of all frequencies: float64 [M, M, min(c_out, 4 channels)], the largest first."""
    return torch.linalg.svdvals(responses(chain, channels, side))


def condition(values: Tensor) -> float:
    """The largest singular value over the smallest; infinite where one is nothing but rounding."""
    least, most = float(values.min()), float(values.max())
    return most / least if least > most * 1e-14 else float("inf")
