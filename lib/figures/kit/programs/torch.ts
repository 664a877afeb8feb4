import {
  channelsFirst,
  has,
  type Operation,
  remark,
  strideAndPad,
  title,
  type Writer,
} from './frame.ts';

/** The chains in PyTorch. */
export const torchProgram: Writer = (said, sides) => `# PyTorch, [n, c, h, w]
${remark(said, '#')}
import torch
${has(sides, 'blur') ? 'import torch.nn.functional as F\n' : ''}from torch import nn
${has(sides, 'spd') ? TORCH_SPD : ''}${has(sides, 'blur') ? TORCH_BLUR : ''}
${sides
  .map(
    ([name, side]) => `# ${title(side)}
${name} = nn.Sequential(
${side.operations.map((operation) => `    ${torchLayer(operation)},\n`).join('')})
`,
  )
  .join('')}
def show(block, *shape):
    y = block.eval()(torch.rand(1, *shape))
    print(list(y.shape), sum(p.numel() for p in block.parameters()))

${sides.map(([name, { input }]) => `show(${name}, ${channelsFirst(input).join(', ')})\n`).join('')}`;

const TORCH_SPD = `
class SpaceToDepth(nn.Module):  # rows first, as in the published code
    def __init__(self, s):
        super().__init__()
        self.s = s

    def forward(self, x):
        s = self.s
        return torch.cat([x[..., i::s, j::s] for j in range(s) for i in range(s)], 1)
`;
const TORCH_BLUR = `
class BlurPool(nn.Module):  # 1 2 1 along both axes, the border mirrored
    def forward(self, x):
        row, c = torch.tensor([1, 2, 1]) / 4, x.shape[1]
        weights = torch.outer(row, row).expand(c, 1, 3, 3)
        return F.conv2d(F.pad(x, (1, 1, 1, 1), mode='reflect'), weights, stride=2, groups=c)
`;

function torchLayer(operation: Operation): string {
  switch (operation.kind) {
    case 'conv': {
      const { inputs, outputs, kernel, stride, pad } = operation;
      return `nn.Conv2d(${inputs}, ${outputs}, ${kernel}${strideAndPad(stride, pad)}, bias=False)`;
    }
    case 'norm':
      return `nn.BatchNorm2d(${operation.channels})`;
    case 'spd':
      return `SpaceToDepth(${operation.block})`;
    case 'blur':
      return 'BlurPool()';
    default: {
      const { kind, kernel, stride, pad } = operation;
      return `nn.${kind === 'max' ? 'Max' : 'Avg'}Pool2d(${kernel}, ${stride}, ${pad})`;
    }
  }
}
