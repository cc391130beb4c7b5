import sharp from 'sharp';
import { expect, test } from 'vitest';
import { ada, arrive, grace, type Person } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { filesOf } from '#platform/database/surroundings.ts';
import type { MemberRole } from '#kernel/permission.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { addMember } from '../index.ts';
import { updateOrganization } from '../organization/organization.contract.ts';
import { listMyOrganizations } from '../switcher/switcher.contract.ts';
import * as brand from './branding.contract.ts';

const picture = async (width: number, height: number, background = '#c03020') =>
  sharp({ create: { width, height, channels: 4, background } })
    .png()
    .toBuffer();

async function branded() {
  const world = await given();
  const her = await arrive(world, ada);
  const params = { organizationId: her.ownId };
  const send = (shape: 'setSquareLogo' | 'setWideLogo', bytes: Uint8Array) => {
    const logo = { params, file: { name: 'logo.png', bytes } };
    return shape === 'setSquareLogo'
      ? her.browser.call(brand.setSquareLogo, logo)
      : her.browser.call(brand.setWideLogo, logo);
  };
  return { world, her, params, send };
}

const shown = async ({ browser, ownId }: Person, organizationId: OrganizationId = ownId) => {
  const { rows } = await browser.call(listMyOrganizations);
  return rows.find((row) => row.organizationId === organizationId)?.brand;
};

const image = (world: World, organizationId: OrganizationId, hash: string | undefined) =>
  world
    .browser()
    .send(brand.readBrandImage, { params: { organizationId, image: hash ?? '0'.repeat(64) } });

test('[R97] [R103] a square logo stands alone, at once in the switcher', async () => {
  const { world, her, params, send } = await branded();
  await send('setWideLogo', await picture(400, 100));
  const { square, wide } = await send('setSquareLogo', await picture(300, 300));
  expect(square).toMatch(/^[0-9a-f]{64}$/);
  expect(wide).toBeNull();
  expect(await shown(her)).toMatchObject({ square, wide: null });

  await expect(send('setWideLogo', await picture(400, 100))).rejects.toMatchObject({
    status: 409,
    code: 'organizations.square-logo-stands-alone',
  });
  const fetched = await image(world, params.organizationId, square ?? undefined);
  expect(await sharp(fetched.rawPayload).metadata()).toMatchObject({ width: 256, height: 256 });
});

test('[R98] [R104] [R106] initials may have a rectangular logo beside them, one for all', async () => {
  const { her, params, send } = await branded();
  await send('setSquareLogo', await picture(300, 300));
  const body = { initials: ' aé ', tint: 4 };
  const chosen = await her.browser.call(brand.setInitials, { params, body });
  expect(chosen).toEqual({ initials: 'AÉ', tint: 4, square: null, wide: null });

  const { wide } = await send('setWideLogo', await picture(960, 192));
  expect(wide).toMatchObject({ width: 480, height: 96 });
  expect(await shown(her)).toEqual({ initials: 'AÉ', tint: 4, square: null, wide });
  expect(await her.browser.call(brand.readBranding, { params })).toMatchObject({ wide });
});

test('[R105] [R107] the rectangular logo is added alone and taken away alone', async () => {
  const { world, her, params, send } = await branded();
  expect(await shown(her)).toEqual({ initials: null, tint: null, square: null, wide: null });
  const { wide } = await send('setWideLogo', await picture(400, 100));
  expect(await shown(her)).toMatchObject({ initials: null, wide });

  await her.browser.call(brand.removeWideLogo, { params });
  expect(await shown(her)).toMatchObject({ wide: null });
  expect((await image(world, params.organizationId, wide?.image)).statusCode).toBe(404);
});

test('[R100] [R101] representatives and administrators only, in that organization only', async () => {
  const { world, her, params } = await branded();
  const member = await arrive(world, grace);
  const join = (role: MemberRole) =>
    world.within(async (tx) => {
      const actor = { kind: 'user', userId: her.userId, name: her.name } as const;
      await addMember(tx, { ...params, userId: member.userId, role }, actor, world.clock.now());
    });
  const file = { name: 'logo.png', bytes: await picture(40, 40) };
  const tries = async () => [
    await member.browser.send(brand.setInitials, { params, body: { initials: 'X', tint: 0 } }),
    await member.browser.send(brand.setSquareLogo, { params, file }),
    await member.browser.send(brand.setWideLogo, { params, file }),
    await member.browser.send(brand.removeWideLogo, { params }),
  ];
  expect((await tries()).map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
  await join('collaborator');
  expect((await tries()).map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403]);
  await world.query(
    "update organizations.member set role = 'administrator' where role = 'collaborator'",
  );
  await member.browser.call(brand.setInitials, { params, body: { initials: 'X', tint: 0 } });
  expect(await shown(member, her.ownId)).toMatchObject({ initials: 'X' });
  expect(await shown(member)).toMatchObject({ initials: null });
});

test('[D33] a logo is served as nothing but a picture, to mails too', async () => {
  const { world, params, send } = await branded();
  const { square } = await send('setSquareLogo', await picture(64, 64));
  const { headers, statusCode } = await image(world, params.organizationId, square ?? undefined);
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(headers).not.toHaveProperty('set-cookie');
});

test('[D33] [WB-08] a logo of one organization is not found under another, nor files at all', async () => {
  const { world, params, send } = await branded();
  const other = await arrive(world, grace);
  const { square } = await send('setSquareLogo', await picture(64, 64));
  const wrong = await image(world, other.ownId, square ?? undefined);
  expect([wrong.statusCode, wrong.json()]).toMatchObject([
    404,
    { code: 'organizations.no-such-image' },
  ]);
  const others = await world.within(async (tx) => {
    return filesOf(tx).put(Buffer.from('a statement of the bank'));
  });
  expect((await image(world, params.organizationId, others.hash)).statusCode).toBe(404);
});

test.for([
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 422, 'organizations.not-an-image'],
  ['a page called .png', '<!doctype html>', 422, 'organizations.not-an-image'],
  ['nothing', '', 422, 'organizations.not-an-image'],
  ['half a picture', 'half', 422, 'organizations.broken-image'],
  ['five megabytes and one byte', 'large', 422, 'http.too-large'],
] as const)('[D33] refused: %s', async ([, sent, status, code]) => {
  const { her, send } = await branded();
  const whole = await picture(200, 200);
  const bytes =
    sent === 'half'
      ? whole.subarray(0, whole.length - 30)
      : sent === 'large'
        ? Buffer.concat([whole, Buffer.alloc(5_000_001 - whole.length)])
        : Buffer.from(sent);
  await expect(send('setSquareLogo', bytes)).rejects.toMatchObject({ status, code });
  expect(await shown(her)).toMatchObject({ square: null });
});

test('[R105] refused: a rectangular logo that is as high as wide', async () => {
  const { send } = await branded();
  await expect(send('setWideLogo', await picture(200, 200))).rejects.toMatchObject({
    code: 'organizations.logo-not-wide',
    facts: { width: 96, height: 96 },
  });
});

test.for(['', 'ABC', '<b', '🙂', '  '])('[R104] refused: initials %j', async (initials) => {
  const { her, params } = await branded();
  const body = { initials, tint: 0 };
  await expect(her.browser.call(brand.setInitials, { params, body })).rejects.toMatchObject({
    status: 422,
  });
});

test('[R97] [D33] mails of the organization carry its logo, with its name for those without images', async () => {
  const { world, her, params, send } = await branded();
  const rename = (name: string) => her.browser.call(updateOrganization, { params, body: { name } });
  const latest = async () => (await world.mails(ada.address))[0]?.body.html ?? '';
  await rename('Plain & Co');
  expect(await latest()).not.toContain('<img');

  const { wide } = await send('setWideLogo', await picture(480, 96));
  await rename('"Wide" & Co');
  const address = `${world.app.settings.origin}/api/v1/brand-images/${her.ownId}/${wide?.image}`;
  expect(await latest()).toContain(`src="${address}"`);
  expect(await latest()).toContain('alt="&quot;Wide&quot; &amp; Co"');

  const { square } = await send('setSquareLogo', await picture(480, 480));
  await rename('Square');
  expect(await latest()).toContain(`/${square}"`);
  expect(await latest()).not.toContain(wide?.image);
});

test('[R97] each change is in the log; two at once are one after the other', async () => {
  const { her, params, send } = await branded();
  const [square, wide] = [await picture(64, 64), await picture(64, 32)];
  const tries = await Promise.allSettled([
    send('setSquareLogo', square),
    send('setWideLogo', wide),
    her.browser.call(brand.setInitials, { params, body: { initials: 'A', tint: 1 } }),
    send('setSquareLogo', square),
    send('setWideLogo', wide),
  ]);
  const done = tries.filter(({ status }) => status === 'fulfilled').length;
  const after = await shown(her);
  expect(after?.square === null || after?.wide === null).toBe(true);
  const query = { action: 'organizations.branding' };
  const { rows } = await her.browser.call(listOrganizationActivity, { params, query });
  expect(rows).toHaveLength(done);
});
