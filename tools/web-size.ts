// What a browser fetches for Home: its script and style, compressed (brotli), against the budget.
import { budget, pages, sizeOf } from './web/page-size.ts';

for (const name of Object.keys(pages) as (keyof typeof pages)[]) {
  const { script, style } = await sizeOf(name);
  console.log(`${name}: ${kB(script + style)} (script ${kB(script)}, style ${kB(style)})`);
  if (name === 'Home' && script + style > budget) {
    console.error(`Home is over its budget of ${kB(budget)}`);
    process.exitCode = 1;
  }
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
