import numpy as np
import torch

arange, eye, reshape, transpose, pad = np.arange, np.eye, np.reshape, np.transpose, np.pad
sum, max, abs, prod, concatenate, zeros = np.sum, np.max, np.abs, np.prod, np.concatenate, np.zeros
maximum, minimum, logical_and, expand_dims = np.maximum, np.minimum, np.logical_and, np.expand_dims
convert_to_tensor, take = np.asarray, np.take


def cast(x, dtype):
    return x.astype(dtype)


def convert_to_numpy(x):
    return np.asarray(x)


def _channels_first(x):
    return torch.tensor(np.ascontiguousarray(np.moveaxis(x, -1, 1)))


def _channels_last(x):
    return np.moveaxis(x.numpy(), 1, -1)


def conv(x, kernel, strides=1, padding="valid", data_format=None):
    """NHWC and HWIO, or NWC and WIO."""
    assert padding == "valid" and data_format == "channels_last"
    weights = torch.tensor(np.ascontiguousarray(np.moveaxis(kernel, (-1, -2), (0, 1))))
    run = torch.nn.functional.conv2d if x.ndim == 4 else torch.nn.functional.conv1d
    x = _channels_first(x)
    return _channels_last(run(x, weights.to(x.dtype), stride=strides))


def conv_transpose(x, kernel, strides=1, padding="valid", data_format=None):
    """NHWC and HWOI."""
    assert padding == "valid" and data_format == "channels_last"
    weights = torch.tensor(np.ascontiguousarray(kernel.transpose(3, 2, 0, 1)))
    return _channels_last(torch.nn.functional.conv_transpose2d(_channels_first(x), weights, stride=strides))


def depthwise_conv(x, kernel, strides=1, padding="valid", data_format=None):
    """NHWC and HWC1."""
    assert padding == "valid" and data_format == "channels_last"
    weights = torch.tensor(np.ascontiguousarray(kernel.transpose(2, 3, 0, 1)))
    x = _channels_first(x)
    return _channels_last(torch.nn.functional.conv2d(x, weights, stride=strides, groups=x.shape[1]))


def max_pool(x, pool_size, strides=None, padding="valid", data_format=None):
    assert padding == "valid" and data_format == "channels_last"
    return _channels_last(torch.nn.functional.max_pool2d(_channels_first(x), pool_size, strides))


def average_pool(x, pool_size, strides=None, padding="valid", data_format=None):
    assert padding == "valid" and data_format == "channels_last"
    return _channels_last(torch.nn.functional.avg_pool2d(_channels_first(x), pool_size, strides))
