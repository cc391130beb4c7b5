import { expect, test } from 'vitest';
import { addNumber, atSecondStep, wait } from '#test/factors.ts';
import { ada, arrive, grace, hire } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import { askFactor } from '../../../sign-in/second-factor.contract.ts';
import { beginSms } from '../sms.contract.ts';
import { payText } from './pay-text.ts';

const ask = { body: { method: 'sms' } } as const;
const swiss = { body: { number: '079 123 45 67' } };
const german = { body: { number: '+49 1512 3456789' } };
const tenEach = { ATRIO_SMS_COUNTRIES: 'CH=10/20,DE=10/20' };

const spent = (world: World) =>
  world.query(
    `select place, texts, spent_minor::int as minor from identity.sms_spending
     where purpose = 'code' order by place`,
  );
const texts = (world: World) => world.query('select 1 from messages.sms');

test('[LK-14] a country costs no more than its cap in a day; the others go on, and so does tomorrow', async () => {
  const world = await given({ settings: tenEach });
  const { browser } = await arrive(world, ada);
  await addNumber(world, browser);
  const there = await atSecondStep(world);
  await there.call(askFactor, ask);
  const refused = await there.send(askFactor, ask);
  expect(refused.statusCode).toBe(429);
  expect(refused.json()).toMatchObject({
    code: 'identity.sms-spent',
    facts: { countries: ['CH'] },
  });
  // ten hours to midnight in Zurich
  expect(Number(refused.headers['retry-after'])).toBe(10 * 60 * 60);
  expect(await texts(world)).toHaveLength(2);
  const { browser: graces } = await arrive(world, grace);
  await graces.call(beginSms, german);
  expect(await spent(world)).toEqual([
    { place: 'CH', texts: 2, minor: 20 },
    { place: 'DE', texts: 1, minor: 10 },
    { place: 'all', texts: 3, minor: 30 },
  ]);
  wait(world, 10 * 60 * 60);
  await (await atSecondStep(world)).call(askFactor, ask);
});

test('[LK-14] all countries together cost no more than the daily budget; a refusal costs nothing', async () => {
  const world = await given({ settings: { ...tenEach, ATRIO_SMS_DAILY_BUDGET: '15' } });
  const { browser } = await arrive(world, ada);
  await browser.call(beginSms, swiss);
  const refused = await browser.send(beginSms, german);
  expect(refused.json()).toMatchObject({
    code: 'identity.sms-spent',
    facts: { countries: ['DE'] },
  });
  expect(await spent(world)).toEqual([
    { place: 'CH', texts: 1, minor: 10 },
    { place: 'all', texts: 1, minor: 10 },
  ]);
  expect(await texts(world)).toHaveLength(1);
});

test('[LK-14] a text that is dearer than the budget never leaves', async () => {
  const world = await given({ settings: { ...tenEach, ATRIO_SMS_DAILY_BUDGET: '9' } });
  const { browser } = await arrive(world, ada);
  expect((await browser.send(beginSms, swiss)).json()).toMatchObject({
    code: 'identity.sms-spent',
  });
  expect(await spent(world)).toEqual([]);
});

test('[LK-14] many at once spend what there is, and not more', async () => {
  const world = await given({
    settings: { ATRIO_SMS_COUNTRIES: 'CH=10/1000,DE=10/40', ATRIO_SMS_DAILY_BUDGET: '100' },
  });
  const pay = (country: string) =>
    world.within((tx) => payText(tx, { country, purpose: 'code' }, world.clock.now()));
  const all = Array.from({ length: 20 }, (_, at) => pay(at % 2 === 0 ? 'CH' : 'DE'));
  const paid = (await Promise.all(all)).filter((isPaid) => isPaid);
  expect(paid).toHaveLength(10);
  const rows = await world.query<{ place: string; minor: number }>(
    'select place, spent_minor::int as minor from identity.sms_spending order by place',
  );
  const of = (place: string) => rows.find((row) => row.place === place)?.minor ?? 0;
  expect(of('all')).toBe(100);
  expect(of('CH') + of('DE')).toBe(100);
  expect(of('DE')).toBeLessThanOrEqual(40);
});

test('[LK-14] codes and notices pay from pots of their own', async () => {
  const world = await given({ settings: { ATRIO_SMS_COUNTRIES: 'CH=10/50' } });
  const pay = (purpose: 'code' | 'notice') =>
    world.within((tx) => payText(tx, { country: 'CH', purpose }, world.clock.now()));
  expect([await pay('notice'), await pay('notice')]).toEqual([true, false]);
  for (let code = 0; code < 5; code++) expect(await pay('code')).toBe(true);
  expect(await pay('code')).toBe(false);
});

test('[LK-14] administrators are told once when most of what a day may cost is spent', async () => {
  const world = await given({
    settings: { ATRIO_SMS_COUNTRIES: 'CH=10/100', ATRIO_SMS_DAILY_BUDGET: '70' },
  });
  await hire(world, 'administrator');
  const pay = () =>
    world.within((tx) => payText(tx, { country: 'CH', purpose: 'code' }, world.clock.now()));
  const told = async () =>
    (await world.mails('administrator@provider.example')).filter(
      ({ letter }) => letter === 'identity.texts-nearly-spent',
    );
  await Promise.all(Array.from({ length: 5 }, pay));
  expect(await told()).toHaveLength(0);
  await Promise.all(Array.from({ length: 10 }, pay));
  const [mail, ...others] = await told();
  expect(others).toEqual([]);
  expect(mail?.body.text).toContain('Where: All countries');
  expect(mail?.body.text).toContain('Spent: CHF 0.60');
  const written = await world.query(
    "select 1 from activity.entry where action = 'identity.texts-nearly-spent'",
  );
  expect(written).toHaveLength(1);
});
