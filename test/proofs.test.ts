// Which routes want a proof of who is asking. Read from the declarations: a new route that changes
// something says what it wants, or stands here among those that want nothing, the day it is written.
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Contract } from '#kernel/contract.ts';
import { en } from '#web/texts/en.ts';
import { wait } from './factors.ts';
import { ada, arrive, hire } from './people.ts';
import { given } from './world.ts';

/** What cannot be undone, and wants a proof that was made for it (identity 3.6). */
const critical = [
  'beginRecoveryAddress',
  'beginStaffAnew',
  'deleteOrganization',
  'endEverySession',
  'nameSuccessor',
  'removeFactor',
  'removeRecoveryAddress',
  'removeStaffFactor',
];
/** Only in part: to require no second factor; to make or unmake a legal representative. */
const inPart = ['changeMember', 'inviteMember', 'savePolicy'];

/** What wants no proof, and why. */
const without = {
  'the proof is in the body': ['changePassword', 'reportFactorLost', 'reportStaffFactorLost'],
  'it is how a proof is made': ['askStaffStepUp', 'askStepUp', 'staffStepUp', 'stepUp'],
  'it keeps what protects the account': ['keepFactor', 'keepStaffFactor'],
  'it changes neither who may do what, nor how somebody proves who they are': [
    'acceptInvitation',
    'addAddress',
    'addMailAddress',
    'cancelInvitation',
    'cancelOrder',
    'changeContact',
    'createOrganization',
    'declineInvitation',
    'makeProductAgain',
    'openMoveLink',
    'payInvoiceFromPrepaid',
    'payProFormaFromPrepaid',
    'placeOrder',
    'quoteOrder',
    'rememberOrganization',
    'remindMembers',
    'removeMailAddress',
    'removeWideLogo',
    'renameProduct',
    'requestTopUp',
    'resendInvitation',
    'setInitials',
    'setMailDomain',
    'setSquareLogo',
    'setWideLogo',
    'takePasskeyOffer',
    'updateAddress',
    'updateProfile',
    'withdrawMoveLink',
  ],
  'administrators do it all day: places of products, teams, unlocking a colleague': [
    'addToTeam',
    'blockManagement',
    'changeTeam',
    'createTeam',
    'deleteTeam',
    'givePlace',
    'grantMemberProducts',
    'grantTeamProducts',
    'nameLeader',
    'removeFromTeam',
    'unblockManagement',
    'unlockMember',
    'withdrawPlace',
  ],
  'staff work: their sessions last minutes, and have two factors': [
    'changePrice',
    'grantOnAccount',
    'importBankFile',
    'registerBankAccount',
    'resolveReport',
    'resolveWorkItem',
    'retryDeadJob',
    'revokeOnAccount',
    'writeSandboxStatement',
  ],
};

const isDoor = ({ permission }: Contract) => permission === 'public' || permission === 'attempt';
const names = (contracts: readonly Contract[]) => contracts.map(({ name }) => name).toSorted();

async function changing() {
  const world = await given();
  const contracts = world.app.routes.map(({ contract }): Contract => contract);
  const closed = contracts.filter((one) => one.method !== 'GET' && !isDoor(one));
  return { world, closed, tagged: closed.filter(({ sensitive }) => sensitive) };
}

test('[SU-01] every route that changes something says which proof it wants, or why none', async () => {
  const { closed } = await changing();
  const of = (tag: Contract['sensitive']) =>
    names(closed.filter(({ sensitive = false }) => sensitive === tag));
  expect(of('critical')).toEqual(critical);
  expect(of('critical-in-part')).toEqual(inPart);
  expect(of(false)).toEqual(Object.values(without).flat().toSorted());
  expect(of(true).length).toBeGreaterThan(20);
});

test('[SU-01] [SU-06] each of them is refused when the proof is ten minutes old', async () => {
  const { world, tagged } = await changing();
  const { browser, ownId } = await arrive(world, ada);
  const sam = await hire(world, 'administrator');
  wait(world, 600);
  for (const contract of tagged) {
    const params = Object.fromEntries(
      [...contract.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [
        name,
        name === 'organizationId' ? ownId : 'x',
      ]),
    );
    const asks = contract.permission.startsWith('staff.') ? sam.browser : browser;
    const refused = (await asks.send(contract, { params } as never)).json<{ code: string }>();
    expect(refused.code, contract.name).toBe('identity.step-up-needed');
  }
});

test('[PW-14] staff give a password as their own proof only, and are shown none', async () => {
  const world = await given();
  const ofStaff = world.app.routes
    .map(({ contract }): Contract => contract)
    .filter(({ permission }) => permission.startsWith('staff.'));
  const speaksOf = (schema: unknown): boolean =>
    schema instanceof z.ZodType &&
    /"[a-z]*password[a-z]*":/i.test(
      JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })),
    );
  expect(names(ofStaff.filter(({ body, query }) => speaksOf(body) || speaksOf(query)))).toEqual([
    'removeStaffFactor',
    'reportStaffFactorLost',
    'staffStepUp',
  ]);
  // it says whether one is asked for
  expect(names(ofStaff.filter(({ returns }) => speaksOf(returns)))).toEqual(['readStaffStepUp']);
});

test('[SU-06] the dialog has a name for all that wants a proof of its own', async () => {
  const { closed } = await changing();
  const own = closed.filter(({ sensitive }) => sensitive && sensitive !== true);
  expect(names(own)).toEqual(Object.keys(en.proof.action).toSorted());
});
