"""The few functions of Keras 3 that the figures' programs call, over NumPy and PyTorch, for machines without Keras."""

import math

import numpy as np

from . import ops


class random:
    @staticmethod
    def normal(shape):
        return np.random.randn(*shape).astype(np.float32)

    @staticmethod
    def uniform(shape):
        return np.random.rand(*shape).astype(np.float32)


class layers:
    class Conv2D:
        def __init__(self, filters, kernel_size, use_bias, data_format):
            assert use_bias is False and data_format == "channels_last"
            self.filters, self.kernel_size, self.kernel = filters, kernel_size, None

        def __call__(self, x):
            self.kernel = random.normal((self.kernel_size, self.kernel_size, x.shape[3], self.filters))
            return ops.conv(x, self.kernel, padding="valid", data_format="channels_last")

        def count_params(self):
            return math.prod(self.kernel.shape)
