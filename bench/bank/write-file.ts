// Writes a statement of any length as a stream: what a bank sends on the day everybody pays.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { money, type Money } from '#kernel/money.ts';
import {
  camtFoot,
  camtHead,
  entryElement,
  statementFoot,
  statementHead,
} from '#modules/billing/bank/sandbox/camt-writer.rules.ts';

export type Line = { readonly amount: Money; readonly reference: string; readonly payer: string };

export const benchAccount = 'CH5800791123000889012';
const createdAt = '2026-03-31T18:00:00';

/**
 * Writes the lines; `padding` adds free text to each, for files that are large rather than long.
 */
export async function writeFile(
  path: string,
  lines: Iterable<Line>,
  { total, padding = 0 }: { total: Money; padding?: number },
): Promise<void> {
  const stream = createWriteStream(path);
  const write = async (text: string): Promise<void> => {
    if (!stream.write(text)) await once(stream, 'drain');
  };
  await write(camtHead('BENCH', createdAt));
  const on = '2026-03-31';
  await write(
    statementHead({
      ...{ id: 'BENCH', sequence: 1n, createdAt, account: benchAccount },
      ...{ opening: money(0n, 'CHF'), openingOn: on, closing: total, closingOn: on },
    }),
  );
  let index = 0;
  for (const { amount, reference, payer } of lines) {
    index += 1;
    const text =
      padding > 0 ? `Payment of ${payer}. `.padEnd(padding, 'thank you very much ') : undefined;
    const payerIban = `CH00${String(index % 50_000).padStart(17, '0')}`;
    await write(
      entryElement({
        ...{ amount, bookedOn: on, reference, payer, payerIban },
        serviceReference: `BENCH-${index}`,
        ...(text === undefined ? {} : { text }),
      }),
    );
  }
  await write(statementFoot + camtFoot);
  stream.end();
  await once(stream, 'finish');
}
