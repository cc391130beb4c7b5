import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toAsciiDomain, understand } from './configuration.rules.ts';

const domain = (name: string, offer = 'ch') =>
  understand({ kind: 'domain', offer, configuration: { name } });

describe('a domain’s name', () => {
  test.for([
    ['example.ch', 'example.ch'],
    ['Example.CH', 'example.ch'],
    [' example.ch. ', 'example.ch'],
    ['zürich.ch', 'xn--zrich-kva.ch'],
    ['Straße.ch', 'xn--strae-oqa.ch'],
    ['a.ch', 'a.ch'],
    ['1-2.ch', '1-2.ch'],
    [`${'a'.repeat(63)}.ch`, `${'a'.repeat(63)}.ch`],
  ] as const)('%s is registered as %s', ([said, name]) => {
    expect(domain(said)).toMatchObject({ configuration: { name } });
  });

  test('is shown as it was typed, without its last dot', () => {
    expect(domain('Zürich.ch.')).toMatchObject({ label: 'zürich.ch' });
  });

  test('may end in more than one part', () => {
    expect(domain('example.co.uk', 'co.uk')).toMatchObject({ label: 'example.co.uk' });
  });

  test.for([
    ['', 'missing'],
    ['   ', 'missing'],
    ['example', 'not-a-domain'],
    ['exa mple.ch', 'not-a-domain'],
    ['http://example.ch', 'not-a-domain'],
    ['example.ch/path', 'not-a-domain'],
    ['me@example.ch', 'not-a-domain'],
    ['example.ch:80', 'not-a-domain'],
    ['ex%61mple.ch', 'not-a-domain'],
    ['-example.ch', 'not-a-domain'],
    ['example-.ch', 'not-a-domain'],
    ['ex_ample.ch', 'not-a-domain'],
    ['ab--cd.ch', 'not-a-domain'],
    ['a..ch', 'not-a-domain'],
    [`${'a'.repeat(64)}.ch`, 'not-a-domain'],
    ['.ch', 'not-a-domain'],
    ['127.0.0.1', 'wrong-ending'],
    ['example.com', 'wrong-ending'],
    ['www.example.ch', 'wrong-ending'],
    ['examplech', 'not-a-domain'],
  ] as const)('%s is none: %s', ([said, because]) => {
    expect(domain(said)).toEqual({ field: 'name', because });
  });

  test('is understood the same when it is said again as it was understood', () => {
    const isStable = fc.property(fc.string({ unit: 'grapheme', maxLength: 70 }), (said) => {
      const name = toAsciiDomain(`${said}.ch`);
      return name === undefined || toAsciiDomain(name) === name;
    });
    expect(fc.check(isStable)).toMatchObject({ failed: false });
  });
});

describe('what other products are called', () => {
  const hosting = (configuration: { [field: string]: string }) =>
    understand({ kind: 'web-hosting', offer: 'standard', configuration });

  test('is the customer’s choice, or nothing', () => {
    expect(hosting({ label: ' Shop ' })).toEqual({
      configuration: { label: 'Shop' },
      label: 'Shop',
    });
    expect(hosting({})).toEqual({ configuration: {}, label: '' });
  });

  test('is not longer than a line', () => {
    expect(hosting({ label: 'x'.repeat(80) })).toMatchObject({ label: 'x'.repeat(80) });
    expect(hosting({ label: 'x'.repeat(81) })).toEqual({ field: 'label', because: 'too-long' });
  });

  test('is all that they are asked', () => {
    expect(hosting({ name: 'x' })).toEqual({ field: 'name', because: 'unknown-field' });
    expect(understand({ kind: 'domain', offer: 'ch', configuration: { label: 'x' } })).toEqual({
      field: 'label',
      because: 'unknown-field',
    });
  });
});
