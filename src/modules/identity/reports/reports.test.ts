import { expect, test } from 'vitest';
import { toUuid } from '#kernel/ids.ts';
import { wait } from '#test/factors.ts';
import { ada, arrive, grace, hire, password } from '#test/people.ts';
import { given, linkIn, type World } from '#test/world.ts';
import { disownByLink, disownSession } from '../disowning/disown.contract.ts';
import { listSessions } from '../sessions/session.contract.ts';
import { signIn } from '../sign-in/sign-in.contract.ts';
import { listReports, resolveReport } from './report.contract.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** Somebody else was in; the owner followed the link of the mail about it. */
async function reported(world: World) {
  const { userId } = await arrive(world, ada);
  wait(world, 60);
  const eve = world.browser({ from: '203.0.113.9' });
  const body = { address: ada.address, password };
  await eve.call(signIn, { body, headers: { 'user-agent': firefox } });
  const at = world.clock.now().toISOString();
  const [mail] = await world.mails(ada.address);
  wait(world, 3600);
  await world.browser().call(disownByLink, { body: { token: linkIn(mail).hash.slice(1) } });
  return { userId, at };
}

test('“this was not me” is a report for the provider’s people, with the facts of that sign-in', async () => {
  const world = await given();
  const { userId, at } = await reported(world);
  const { browser: support } = await hire(world, 'support');
  const { rows } = await support.call(listReports);
  expect(rows).toMatchObject([
    {
      person: { userId, name: 'Ada Lovelace', address: ada.address },
      byLink: true,
      sessionsEnded: 1,
      reportedAt: world.clock.now().toISOString(),
      signIn: {
        at,
        device: 'Firefox, Linux',
        from: '203.0.113.9',
        place: null,
        methods: ['password'],
        signals: ['new-device'],
      },
      resolved: null,
    },
  ]);
  const { browser: customer } = await arrive(world, grace);
  await expect(customer.call(listReports)).rejects.toMatchObject({ status: 401 });
});

test('[R88] so is “I do not know this device”, said by who is signed in', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  wait(world, 60);
  await world.browser().call(signIn, { body: { address: ada.address, password } });
  const { sessions } = await browser.call(listSessions);
  const { sessionId } = sessions.find(({ current }) => !current)!;
  await browser.call(disownSession, { params: { sessionId } });
  const { browser: support } = await hire(world, 'support');
  const { rows } = await support.call(listReports);
  expect(rows).toMatchObject([{ byLink: false, sessionsEnded: 1 }]);
});

test('it is resolved with a note, once; the log keeps both', async () => {
  const world = await given();
  await reported(world);
  const { browser: support } = await hire(world, 'support');
  const { browser: other } = await hire(world, 'administrator');
  const [open] = (await support.call(listReports)).rows;
  const params = { reportId: open!.reportId };
  wait(world, 60);
  const both = await Promise.allSettled([
    support.call(resolveReport, { params, body: { note: 'Called back, nothing changed' } }),
    other.call(resolveReport, { params, body: { note: 'Called back, nothing changed' } }),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const [late] = both.filter((one) => one.status === 'rejected');
  expect(late?.reason).toMatchObject({ status: 409, code: 'identity.report-resolved' });
  expect((await support.call(listReports)).rows).toEqual([]);
  const { rows } = await support.call(listReports, { query: { state: 'resolved' } });
  expect(rows).toMatchObject([
    { resolved: { note: 'Called back, nothing changed', at: world.clock.now().toISOString() } },
  ]);
  const logged = await world.query<{ body: string }>(
    `select body from activity.entry where action = 'identity.report-resolved'`,
  );
  expect(logged).toHaveLength(1);
  expect(logged[0]?.body).toContain('Called back');
});

test('a note says something, and only about a report that is there', async () => {
  const world = await given();
  const { browser: support } = await hire(world, 'support');
  const params = { reportId: `rpt_${'0'.repeat(32)}` as const };
  await expect(
    support.call(resolveReport, { params, body: { note: 'Nothing to see' } }),
  ).rejects.toMatchObject({ code: 'identity.report-unknown' });
  await expect(
    support.call(resolveReport, { params, body: { note: ' a ' } }),
  ).rejects.toMatchObject({ status: 422 });
});

test('reports come in pages: what waits the oldest first, what is done the latest first', async () => {
  const world = await given();
  const { userId } = await reported(world);
  const { browser: support } = await hire(world, 'support');
  await world.query(
    `insert into identity.report (id, user_id, session_id, by_link, ended, reported_at)
    select gen_random_uuid(), user_id, session_id, by_link, n, reported_at + n * interval '1 hour'
    from identity.report, generate_series(2, 5) as n where user_id = $1`,
    [toUuid(userId)],
  );
  const numbers = async (state: 'open' | 'resolved') => {
    const found: number[] = [];
    let cursor: string | undefined;
    do {
      const query = { state, limit: 2, ...(cursor === undefined ? {} : { cursor }) };
      const page = await support.call(listReports, { query });
      found.push(...page.rows.map(({ sessionsEnded }) => sessionsEnded));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return found;
  };
  expect(await numbers('open')).toEqual([1, 2, 3, 4, 5]);
  await world.query(
    `update identity.report set resolved_by = 'Sam', note = 'done',
      resolved_at = timestamptz '2026-05-01' - ended * interval '1 hour'`,
  );
  expect(await numbers('resolved')).toEqual([1, 2, 3, 4, 5]);
});
