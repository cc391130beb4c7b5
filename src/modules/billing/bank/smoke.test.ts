import { expect, test } from 'vitest';
import { bankDesk, camt, francs } from '#test/bank-desk.ts';
import { given } from '#test/world.ts';

test('smoke', async () => {
  const world = await given();
  const desk = await bankDesk(world);
  const { file, statements } = await desk.import(
    camt({ payments: [{ amount: francs('12.00'), bookedOn: '2026-03-31', payer: 'Grace' }] }),
  );
  console.log(file, statements, await desk.lines(), await desk.items());
  expect(file.state).toBe('done');
});
