// What the experiments measured: rows, their summaries over seeds, and differences between variants. No dependency.
export * from './measured.ts';
export * from './student.ts';
export * from './summarise.ts';
export * from './verdict.ts';
