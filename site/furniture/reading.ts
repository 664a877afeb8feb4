/** How far a reader has come, on this device only. */
export interface Reading {
  /** The largest share of each chapter that has been on the screen, 0 to 1, by the chapter's name. */
  chapters: Record<string, number>;
  /** Where the reader was last. */
  last?: { chapter: string; title: string; address: string; section: string };
}

const KEY = 'reading';

/** What is kept; nothing where nothing is, or where storage is refused. */
export function reading(): Reading {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return { ...kept, chapters: { ...kept.chapters } };
  } catch {
    return { chapters: {} };
  }
}

/** Keeps it; does nothing where storage is refused. */
export function keepReading(state: Reading): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // The page reads as well without a memory.
  }
}

/** A chapter that has been seen this far counts as read: below the last section stand the references. */
export const READ = 0.9;
