// What goes wrong in lib has no words of its own; a command says it in English.
import { faults } from '#content/words/en/faults.ts';
import { inWords, isSaid } from '#lib/faults/index.ts';

/** Ends the command at what nobody catches: a fault of lib as a sentence, anything else as Node prints it. */
export function sayFaults(): void {
  process.on('uncaughtException', (error) => {
    const { said } = error as { said?: unknown };
    console.error(isSaid(said) ? inWords(said, faults) : error);
    process.exit(1);
  });
}
