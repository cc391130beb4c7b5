import pg from 'pg';
const acc = new Map();
const orig = pg.Client.prototype.query;
pg.Client.prototype.query = function (...a) {
  const t = performance.now();
  const text = (typeof a[0] === 'string' ? a[0] : a[0]?.text) ?? '';
  const k = text.replace(/\s+/g, ' ').slice(0, 110);
  const r = orig.apply(this, a);
  if (r?.then)
    return r.then((v) => {
      const e = acc.get(k) ?? { n: 0, ms: 0 };
      e.n++;
      e.ms += performance.now() - t;
      acc.set(k, e);
      return v;
    });
  return r;
};
process.on('exit', () => {
  for (const [k, e] of [...acc].sort((a, b) => b[1].ms - a[1].ms).slice(0, 25))
    process.stderr.write(`${e.ms.toFixed(0).padStart(8)} ms ${String(e.n).padStart(7)}  ${k}\n`);
});
