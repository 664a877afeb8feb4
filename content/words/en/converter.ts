import type { Conversion } from '#lib/convert/index.ts';

/** The words of the converter of weights. Not part of `words`: no other page has to carry them. */
export const converter = {
  withoutScript:
    'The converter needs JavaScript: it works on the file in your browser. The two programs of chapter 4, “It was a stride all along”, move the weights without it.',
  choose: 'Choose a safetensors file',
  drop: 'or drop one here. It stays on this device.',
  sample: 'Try the notebook’s own detector',
  kind: 'Conversion',
  kinds: {
    reorder: 'Another channel order',
    'to-strided': 'SPD + convolution to strided',
    'to-spd': 'Strided to SPD + convolution',
  },
  does: {
    reorder:
      'Puts the input channels into the other order in every tensor that reads the output of space-to-depth: kernels, matrices, and the vectors of a batch norm that stands between.',
    'to-strided':
      'Lays the kernel after space-to-depth out as the one strided kernel that computes the same.',
    'to-spd':
      'Cuts a strided kernel into its phases, with zeros where it does not fill whole blocks: the kernel after space-to-depth that computes the same.',
  },
  block: 'Block size',
  order: 'Channel order',
  from: 'From',
  to: 'To',
  padding: 'Padding of the strided kernel',
  paddingHelp: 'Zeros at the top and at the left, as the strided convolution has them.',
  reading: (file: string) => `Reading the header of ${file}`,
  looking: 'Looking at the tensors',
  working: 'Converting',
  notRead: (file: string, why: string) => `“${file}” could not be read. ${why}`,
  noSample: 'The notebook’s own detector could not be fetched. Try again, or choose a file.',
  noWorker:
    'The program of the converter could not be loaded. Reload the page; offline, it works where it was used before.',
  failed: 'The conversion failed. Choose fewer tensors, or the file once more.',
  tensors: (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'tensor' : 'tensors'}.`,
  recognised: (architecture: string, n: number) =>
    `Its names and shapes are those of ${architecture}: the ${n} tensors that this conversion concerns are chosen.`,
  unknown:
    'It is none of the architectures of this notebook. Choose the tensors that read the output of space-to-depth, or that are to read it.',
  filter: 'Filter by name',
  all: (n: number) => `Choose these ${n.toLocaleString('en')}`,
  none: 'Choose none of these',
  list: 'Tensors of the file',
  shown: (shown: number, found: number) =>
    `The first ${shown.toLocaleString('en')} of ${found.toLocaleString('en')} are listed: filter by name to see others.`,
  columns: { tensor: 'Tensor', type: 'Type', shape: 'Shape', becomes: 'Becomes' },
  sameShape: 'same shape',
  firstChannels: 'first',
  ofChannels: (n: number) => `of ${n} channels`,
  convert: (n: number) => `Convert ${n.toLocaleString('en')} and download`,
  fileName: (stem: string, conversion: Conversion) =>
    `${stem}-${conversion.kind === 'reorder' ? conversion.to : conversion.kind === 'to-strided' ? 'strided' : 'spd'}.safetensors`,
  saved: (file: string, n: number, bytes: number) =>
    `Saved ${file}: ${n} ${n === 1 ? 'tensor' : 'tensors'} converted, ${(bytes / 1e6).toFixed(1)} MB in all.`,
  advice: (conversion: Conversion) => {
    const { block } = conversion;
    switch (conversion.kind) {
      case 'reorder':
        return `Put space-to-depth in the order ${conversion.to} in front of them.`;
      case 'to-strided':
        return `Take space-to-depth out, and run them with stride ${block} and ${block} times the padding that they had.`;
      case 'to-spd': {
        const before = Math.ceil(conversion.padding / block);
        return `Put space-to-depth in front of them, and run them with stride 1 and ${before} ${before === 1 ? 'row' : 'rows'} of zeros at the top and at the left; at the bottom and at the right as many as the output’s size asks for.`;
      }
    }
  },
};
