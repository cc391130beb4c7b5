import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { record } from '#modules/activity/index.ts';
import { ada, arrive } from './people.ts';
import { sentencesOf, unreadable } from './sentences.ts';
import { given } from './world.ts';

/** Actions that are written out in the code; those put together there are met by the stories. */
const written = globSync('src/**/*.ts')
  .filter((path) => !path.endsWith('.test.ts'))
  .flatMap((path) => [
    ...readFileSync(path, 'utf8').matchAll(/\baction(?::| =)(?!=)\s*[^;{}]*?'([a-z]+\.[a-z-]+)'/g),
  ])
  .map(([, action = '']) => action);

test('[R95] [N6] every action that the code names has its sentence', () => {
  expect(new Set(written).size).toBeGreaterThan(30);
  expect(written.filter((action) => sentencesOf(action).length === 0)).toEqual([]);
});

test('[R95] an entry without a sentence, or that says too little for it, is found', async () => {
  const entry = (action: string, facts: object) => ({ action, body: JSON.stringify({ facts }) });
  const whole = entry('organizations.name-changed', { before: 'Acme', after: 'Acme AG' });
  expect(unreadable([whole])).toEqual([]);
  const half = entry('organizations.name-changed', { before: 'Acme' });
  expect(unreadable([whole, half])).toEqual(['organizations.name-changed says no after']);
  const unheard = entry('organizations.something-new', {});
  expect(unreadable([unheard])).toEqual(['organizations.something-new has no sentence']);

  const world = await given({ audited: false });
  const { ownId: organizationId, userId, name } = await arrive(world, ada);
  await world.audit();
  const actor = { kind: 'user', userId, name } as const;
  await world.within((tx) =>
    record(tx, { stream: { organizationId }, action: 'x.y', actor }, world.clock.now()),
  );
  await expect(world.audit()).rejects.toThrow('every entry of the log can be read');
});
