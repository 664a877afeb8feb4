import { unzlibSync } from 'fflate';

/** Bytes of a WOFF file's header, and of one entry of its directory. */
const [HEADER, ENTRY] = [44, 20];

/**
 * A typeface as a TrueType file, for programs that read no WOFF: the same tables, unpacked.
 *
 * @throws RangeError where the file is no WOFF (version 1)
 */
export function trueTypeOf(woff: Uint8Array): Uint8Array<ArrayBuffer> {
  const from = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (woff.length < HEADER || from.getUint32(0) !== 0x774f4646)
    throw new RangeError('the typeface is no WOFF file');
  const count = from.getUint16(12);
  const tables = Array.from({ length: count }, (_, i) => {
    const [tag, offset, packed, length, checksum] = Array.from({ length: 5 }, (_, k) =>
      from.getUint32(HEADER + ENTRY * i + 4 * k),
    );
    const bytes = woff.subarray(offset, offset + packed);
    return { tag, checksum, bytes: packed < length ? unzlibSync(bytes) : bytes };
  });
  const start = 12 + 16 * count;
  const padded = (length: number) => (length + 3) & ~3;
  const whole = tables.reduce((sum, { bytes }) => sum + padded(bytes.length), start);
  const file = new Uint8Array(whole);
  const to = new DataView(file.buffer);
  const power = Math.floor(Math.log2(count));
  to.setUint32(0, from.getUint32(4));
  for (const [i, value] of [count, 16 << power, power, 16 * count - (16 << power)].entries())
    to.setUint16(4 + 2 * i, value);
  let at = start;
  for (const [i, { tag, checksum, bytes }] of tables.entries()) {
    for (const [k, value] of [tag, checksum, at, bytes.length].entries())
      to.setUint32(12 + 16 * i + 4 * k, value);
    file.set(bytes, at);
    at += padded(bytes.length);
  }
  return file;
}
