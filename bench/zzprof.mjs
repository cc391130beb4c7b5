const peak = {};
setInterval(() => {
  const m = process.memoryUsage();
  if (!peak.rss || m.rss > peak.rss) Object.assign(peak, m);
}, 50).unref();
process.on('exit', () =>
  process.stderr.write(
    'PEAK ' +
      JSON.stringify(
        Object.fromEntries(Object.entries(peak).map(([k, v]) => [k, Math.round(v / 1e6)])),
      ) +
      '\n',
  ),
);
