/** Measures how long something takes, for logs and metrics; never a business time. */
export function stopwatch(): () => number {
  const started = performance.now();
  return () => (performance.now() - started) / 1000;
}
