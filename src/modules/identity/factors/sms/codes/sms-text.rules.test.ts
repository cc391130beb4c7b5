import { expect, test } from 'vitest';
import { textOfCode } from './sms-text.rules.ts';

const of = { code: '012345', brand: 'Lumenhaus', host: 'portal.example' };

test('a text names code and provider, and ends with the line that binds it to the host', () => {
  expect(textOfCode(of, 'en')).toBe(
    '012345 is your code for Lumenhaus. Valid for 5 minutes. Tell it to nobody.\n\n@portal.example #012345',
  );
  expect(textOfCode(of, 'es')).toMatch(/^012345 es su clave.*\n\n@portal\.example #012345$/s);
});

test.for(['en', 'es'] as const)('in %s it is one text of the network’s alphabet', (language) => {
  const text = textOfCode(of, language);
  expect(text).toMatch(/^[\n !-Z_a-z]+$/);
  expect(text.length).toBeLessThanOrEqual(160);
});
