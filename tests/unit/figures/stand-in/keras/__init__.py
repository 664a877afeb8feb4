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


class _Layer:
    trainable_weights = ()

    def count_params(self):
        return sum(math.prod(weights.shape) for weights in self.trainable_weights)


class layers:
    class Conv2D(_Layer):
        def __init__(self, filters, kernel_size, strides=1, *, use_bias, data_format="channels_last"):
            assert use_bias is False and data_format == "channels_last"
            self.filters, self.kernel_size, self.strides = filters, kernel_size, strides

        def __call__(self, x):
            kernel = random.normal((self.kernel_size, self.kernel_size, x.shape[3], self.filters))
            self.trainable_weights = [kernel]
            return ops.conv(x, kernel, self.strides, padding="valid", data_format="channels_last")

    class BatchNormalization(_Layer):
        def __call__(self, x):
            gamma, beta = np.ones(x.shape[3], x.dtype), np.zeros(x.shape[3], x.dtype)
            self.trainable_weights = [gamma, beta]
            return x * gamma + beta

    class ZeroPadding2D(_Layer):
        def __init__(self, padding):
            self.padding = (padding, padding)

        def __call__(self, x):
            return ops.pad(x, ((0, 0), self.padding, self.padding, (0, 0)))

    class MaxPooling2D(_Layer):
        def __init__(self, pool_size, strides):
            self.window = pool_size, strides

        def __call__(self, x):
            return ops.max_pool(x, *self.window, data_format="channels_last")

    class AveragePooling2D(MaxPooling2D):
        def __call__(self, x):
            return ops.average_pool(x, *self.window, data_format="channels_last")

    class Lambda(_Layer):
        def __init__(self, function):
            self.function = function

        def __call__(self, x):
            return self.function(x)


class Sequential(_Layer):
    def __init__(self, layers):
        self.layers = layers

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        self.trainable_weights = [w for layer in self.layers for w in layer.trainable_weights]
        return x
