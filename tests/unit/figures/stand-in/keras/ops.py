import numpy as np
import torch

arange, eye, reshape, transpose, pad = np.arange, np.eye, np.reshape, np.transpose, np.pad
sum, max, abs = np.sum, np.max, np.abs


def cast(x, dtype):
    return x.astype(dtype)


def convert_to_numpy(x):
    return np.asarray(x)


def conv(x, kernel, strides=1, padding="valid", data_format=None):
    """NHWC and HWIO."""
    assert padding == "valid" and data_format == "channels_last"
    nchw = torch.tensor(np.ascontiguousarray(x.transpose(0, 3, 1, 2)), dtype=torch.float32)
    oihw = torch.tensor(np.ascontiguousarray(kernel.transpose(3, 2, 0, 1)), dtype=torch.float32)
    return torch.nn.functional.conv2d(nchw, oihw, stride=strides).numpy().transpose(0, 2, 3, 1)
