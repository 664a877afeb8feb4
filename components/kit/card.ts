/** What stands beside a shipped weights file: how it came about and how well it does. Written by training/. */
export interface Card {
  name: string;
  architecture: string;
  classes: string[];
  inputSize: number;
  seeds: { training: number };
  steps: number;
  parameters: number;
  /** Average precision on the held-out scenes, in per cent. */
  AP: number;
  AP50: number;
  APsize: Record<string, number>;
  /** Of the weights file, 64 hexadecimal digits. */
  sha256: string;
  command: string;
  commit: string;
}
