import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileKind, fileKind, sniff } from '#lib/files/index.ts';
import { writeSafetensors } from '#lib/safetensors/index.ts';

/** Text and bytes in one: \x escapes are bytes. */
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('what a file is, by its first bytes', () => {
  it.each<[FileKind, string]>([
    ['png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['jpeg', '\xff\xd8\xff\xe1\0\x10Exif'],
    ['gif', 'GIF89a\x01\0\x01\0'],
    ['webp', 'RIFF\x24\0\0\0WEBPVP8 '],
    ['bmp', 'BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0'],
    ['avif', '\0\0\0\x20ftypavif\0\0\0\0'],
    ['heic', '\0\0\0\x18ftypheic\0\0\0\0'],
    ['jpeg-xl', '\xff\x0a\x7f'],
    ['tiff', 'II*\0\x08\0\0\0'],
    ['svg', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['pickle', '\x80\x02}q\0X\x05\0\0\0model'],
    ['pickle', `PK\x03\x04${'\0'.repeat(26)}best/data.pkl`],
    ['archive', `PK\x03\x04${'\0'.repeat(26)}readme.txt`],
    ['numpy', `PK\x03\x04${'\0'.repeat(26)}conv1.weight.npy`],
    ['git-lfs', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 3400000\n'],
    ['html', '<!DOCTYPE html>\n<html>'],
    ['html', '\n <html lang="en">'],
    ['json', '{"metadata": {"total_size": 1}, "weight_map": {}}'],
    ['onnx', '\x08\x08\x12\x07pytorch\x1a\x051.13'],
    ['gguf', 'GGUF\x03\0\0\0'],
    ['hdf5', '\x89HDF\r\n\x1a\n\0'],
    ['tflite', '\x1c\0\0\0TFL3'],
    ['archive', '\x1f\x8b\x08\0'],
    ['pdf', '%PDF-1.7'],
    ['empty', ''],
    ['unknown', 'once upon a time'],
  ])('%s', (kind, head) => {
    expect(fileKind(bytes(head))).toBe(kind);
  });

  it('safetensors, padded as they may be', () => {
    expect(fileKind(writeSafetensors({}))).toBe('safetensors');
    const data = new Float32Array(1);
    expect(fileKind(writeSafetensors({ a: { dtype: 'F32', shape: [1], data } }))).toBe(
      'safetensors',
    );
  });

  it('any bytes are something, whatever the name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (head) => {
        expect(await sniff(new File([Uint8Array.from(head)], 'a.png'))).toBe(fileKind(head));
      }),
    );
  });
});
