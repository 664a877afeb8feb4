/** Until a time of `performance.now()`, or until it is stopped. */
export function waited(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, time - performance.now());
    signal.addEventListener('abort', done);
  });
}
