import { expect, test } from 'vitest';
import { textOfNotice } from './notice-text.rules.ts';

const link = 'https://portal.example/recover';

test('[SU-04] a notice names the provider and the way to dispute, and nothing of what was changed', () => {
  expect(textOfNotice({ brand: 'Lumenhaus', link }, 'en')).toBe(
    'Lumenhaus: the way you sign in was changed. If it was not you, set a new password: https://portal.example/recover',
  );
  expect(textOfNotice({ brand: 'Lumenhaus', link }, 'es')).toMatch(
    /^Lumenhaus: ha cambiado .*recover$/,
  );
});

test.for(['en', 'es', 'fr'] as const)('in %s it is one text, whatever the brand', (language) => {
  const text = textOfNotice({ brand: 'A'.repeat(60), link }, language);
  expect(text).toMatch(/^[\n !-Z_a-z]+$/);
  expect(text.length).toBeLessThanOrEqual(160);
  expect(text).toContain(link);
});
