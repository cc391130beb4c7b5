// The first page of the signed-in app: what a browser fetches of script and style.
import { budget, sizeOf } from '../../tools/web/page-size.ts';
import type { Bench } from '../row.ts';

export const bench: Bench = {
  measure: async () => {
    const { script, style } = await sizeOf('Home');
    return [
      {
        what: 'first page, script and style compressed',
        ratio: (script + style) / budget,
        of: `the allowed ${budget / 1000} kB`,
        bound: { most: 1 },
        figures: `${((script + style) / 1000).toFixed(1)} kB`,
      },
    ];
  },
};
