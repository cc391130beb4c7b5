import { expect, test } from 'vitest';
import { ada, arrive, grace, hire } from '#test/people.ts';
import { codeAt } from '#test/one-time-codes.ts';
import { newColleague } from '#test/staff.ts';
import { given } from '#test/world.ts';
import { updateOrganization } from '#modules/organizations/organization/organization.contract.ts';
import {
  beginStaffTotp,
  confirmStaffTotp,
} from '#modules/identity/staff/factors/staff-factor.contract.ts';
import * as mail from './message.contract.ts';

/** Ada changed her organization's name, and was written to about it. */
async function written() {
  const world = await given();
  const her = await arrive(world, ada);
  const params = { organizationId: her.ownId };
  await her.browser.call(updateOrganization, { params, body: { name: 'Ada King' } });
  return { world, her };
}

test('[B2] every message to oneself is listed, and read as it was sent', async () => {
  const { her } = await written();
  const text = 'changed';
  const { rows } = await her.browser.call(mail.listMyMessages, { query: { text } });
  expect(rows).toMatchObject([
    { letter: 'organizations.identity-changed', address: ada.address, status: 'kept' },
  ]);
  const params = { messageId: rows[0]!.messageId };
  const whole = await her.browser.call(mail.readMyMessage, { params });
  expect(whole.text).toContain('Ada Lovelace changed the identity data of Ada Lovelace.');
  expect(whole.text).toContain(whole.code);
});

test('[WB-08] messages of others are neither listed nor read', async () => {
  const { world, her } = await written();
  const other = await arrive(world, grace);
  const { rows } = await her.browser.call(mail.listMyMessages);
  const theirs = await other.browser.call(mail.listMyMessages);
  const own = rows.map(({ messageId }) => messageId);
  for (const { messageId } of theirs.rows) expect(own).not.toContain(messageId);
  for (const messageId of own) {
    await expect(
      other.browser.call(mail.readMyMessage, { params: { messageId } }),
    ).rejects.toMatchObject({ status: 404, code: 'messages.no-such-message' });
  }
});

test('staff see the delivery of messages, and their words in a sandbox only', async () => {
  const { world } = await written();
  const { browser } = await hire(world, 'support');
  const query = { text: 'ADA@example', status: 'kept', limit: 1 } as const;
  const { rows } = await browser.call(mail.listSentMessages, { query });
  expect(rows).toMatchObject([{ address: ada.address }]);
  expect(rows[0]).not.toHaveProperty('text');

  const box = await browser.call(mail.staffMailbox);
  const params = { messageId: box.rows[0]!.messageId };
  expect(await browser.call(mail.readStaffMailboxMessage, { params })).toHaveProperty('html');
});

test('outside a sandbox there is no mailbox for staff', async () => {
  const world = await given({ settings: { ATRIO_DEMO: 'off' } });
  const { browser, code: beginning } = await newColleague(world);
  const body = { label: 'Phone', code: beginning };
  const { factorId, key } = await browser.call(beginStaffTotp, { body });
  const code = codeAt(key, world.clock.now());
  await browser.call(confirmStaffTotp, { body: { factorId, code } });
  await expect(browser.call(mail.staffMailbox)).rejects.toMatchObject({
    status: 404,
    code: 'messages.not-a-sandbox',
  });
});
