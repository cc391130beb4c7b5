import { expect, test } from 'vitest';
import { failsUnusually } from './ratio.rules.ts';

const usual = { failed: 100, succeeded: 900 };
const lately = (failed: number, succeeded: number) => ({ failed, succeeded });

test('[LK-14] a few failures are no attack, whatever their share', () => {
  expect(failsUnusually(lately(49, 0), usual)).toBe(false);
  expect(failsUnusually(lately(50, 0), usual)).toBe(true);
});

test('[LK-14] more than half must fail, and twice as many as usual', () => {
  expect(failsUnusually(lately(50, 50), usual), 'half').toBe(false);
  expect(failsUnusually(lately(51, 49), usual)).toBe(true);
  const often = { failed: 400, succeeded: 600 };
  expect(failsUnusually(lately(80, 20), often), 'twice the usual share').toBe(false);
  expect(failsUnusually(lately(81, 19), often)).toBe(true);
});

test('[LK-14] where most fail anyway, more than nine of ten still are an attack', () => {
  const mostly = { failed: 900, succeeded: 100 };
  expect(failsUnusually(lately(90, 10), mostly)).toBe(false);
  expect(failsUnusually(lately(910, 90), mostly)).toBe(true);
  expect(failsUnusually(lately(60, 0), { failed: 0, succeeded: 0 }), 'a new instance').toBe(true);
});
