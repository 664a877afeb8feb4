// What a reader has bet: in localStorage under `predict:ID`, nowhere else. Storage may be refused; then nothing is kept.

const key = (id: string) => `predict:${id}`;

/** The guess as it was kept; undefined where there is none, or none that can be read. */
export function kept(id: string): unknown {
  try {
    const text = localStorage.getItem(key(id));
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Undefined takes it away. */
export function keep(id: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key(id));
    else localStorage.setItem(key(id), JSON.stringify(value));
  } catch {
    // As above.
  }
}
