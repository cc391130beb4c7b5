import { expect, test } from 'vitest';
import { hash, verify } from '@node-rs/argon2';
import { ada, arrive, password } from '#test/people.ts';
import { given } from '#test/world.ts';
import { whoAmI } from './sessions/session.contract.ts';
import { signIn } from './sign-in/sign-in.contract.ts';
test('bench', async () => {
  const world = await given({ audited: false });
  const { browser } = await arrive(world, ada);
  const rec = await hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
  const cpu = async (n: number, work: (i: number) => Promise<unknown>) => {
    await work(0);
    const a = process.cpuUsage();
    for (let i = 1; i <= n; i++) await work(i);
    const b = process.cpuUsage(a);
    return (b.user + b.system) / 1000 / n;
  };
  const one = await cpu(40, () => verify(rec, password));
  const two = await cpu(40, (i) =>
    world
      .browser({ from: `198.51.100.${i + 1}` })
      .call(signIn, { body: { address: ada.address, password } }),
  );
  const three = await cpu(200, () => browser.call(whoAmI).catch(() => 0));
  process.stdout.write(`argon2 ${one} ms, signIn ${two} ms, whoAmI ${three} ms\n`);
  expect(two).toBeGreaterThan(0);
}, 120000);
