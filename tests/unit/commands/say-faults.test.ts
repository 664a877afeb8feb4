import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

function run(last: string) {
  const script = `import { sayFaults } from '#commands/lib/say-faults.ts';
    import { Fault, say } from '#lib/faults/index.ts';
    sayFaults();
    await null;
    ${last}`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  return { status, stderr };
}

test('a command says a fault of lib as a sentence, shows any other error whole, and fails with both', () => {
  const fault = run("throw new Fault(say('safetensors', 'tooShort', 3));");
  expect(fault.stderr.trim()).toBe('a safetensors file has at least 8 bytes, this one 3');
  const other = run("throw new TypeError('out of order');");
  expect(other.stderr).toMatch(/TypeError: out of order\n\s+at /);
  expect([fault.status, other.status]).toEqual([1, 1]);
});
