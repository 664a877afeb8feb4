/**
 * Remembers the latest answers of a pure function by key: a figure that is drawn sixty times a second with the same
 * parameters computes its numbers once.
 */
export function memo<T>(limit = 4): (key: string, compute: () => T) => T {
  const kept = new Map<string, T>();
  return (key, compute) => {
    const value = kept.has(key) ? (kept.get(key) as T) : compute();
    kept.delete(key);
    kept.set(key, value);
    for (const [oldest] of kept) {
      if (kept.size <= limit) break;
      kept.delete(oldest);
    }
    return value;
  };
}
