// The product: its modules from the ground up, and what connects them. The only file that knows
// them all.
import { activityModule, record } from '#modules/activity/index.ts';
import {
  billingHolds,
  billingModule,
  isCurrencyInUse,
  paymentRequestExpired,
  paymentRequestSettled,
} from '#modules/billing/index.ts';
import { catalogueModule } from '#modules/catalogue/index.ts';
import {
  accountOpened,
  authenticate,
  identityModule,
  invitedAddress,
  invitedSignedUp,
  organizationDemand,
  organizationName,
  refuseRenewed,
  refuseRestricted,
  renewToken,
  openAnonymisers,
  openMakers,
  openPlaces,
  requireFreshProof,
  requireProofFor,
  takeProofFor,
  signInRequirements,
  requireStrengthIn,
  requireStrengthOfStaff,
  writeSightings,
} from '#modules/identity/index.ts';
import { ledgerModule } from '#modules/ledger/index.ts';
import { letterheadOf, messagesModule } from '#modules/messages/index.ts';
import {
  acceptByToken,
  admitToOrganization,
  currencyInUse,
  demandOfOrganization,
  holdingInvitation,
  letterheadOfOrganization,
  membershipEnded,
  nameForMember,
  openFirstOrganization,
  organizationsModule,
  personalSuitesAmong,
  productsNamed,
  requirementsOfOrganizations,
  sandboxRegister,
  viesRegister,
  whatHolds,
  whatKeepsMember,
} from '#modules/organizations/index.ts';
import {
  expireOrder,
  hasOpenOrders,
  nameProducts,
  organizationsWith,
  productNotFound,
  startOrder,
  subscriptionsHold,
  subscriptionsKeep,
  subscriptionsModule,
  withdrawPlacesOf,
} from '#modules/subscriptions/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { organizationId } from '#kernel/ids.ts';
import type { Permission, StaffRole } from '#kernel/permission.ts';
import { assemble, type App, type AppOptions } from '#platform/assemble.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Access, Asked } from '#platform/http/access.ts';
import { noSuchPlace, notPermitted } from '#platform/http/refusals.ts';
import { deadJobRetried } from '#platform/jobs/dead-jobs.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import { smtpMailer } from '#platform/mail/smtp-mailer.ts';
import type { SmsGateway } from '#platform/sms/gateway.ts';
import { webhookGateway } from '#platform/sms/webhook-gateway.ts';
import type { Module } from '#platform/module.ts';
import type { Settings } from '#platform/settings.ts';

export type { App } from '#platform/assemble.ts';

/** Opens the database, the jobs and the server of one process; nothing listens yet. */
export async function createApp(options: AppOptions & { readonly mailer?: Mailer }): Promise<App> {
  connectNews();
  const { settings } = options;
  openPlaces(settings);
  openAnonymisers(settings);
  openMakers(settings);
  const mailer = options.mailer ?? mailerOf(settings);
  return assemble(options, {
    modules: modulesOf(settings, mailer),
    access,
    afterAnswer: writeSightings,
  });
}

/** From the ground up: each may use those before it. */
function modulesOf(settings: Settings, mailer: Mailer | undefined): readonly Module[] {
  return [
    activityModule,
    messagesModule(mailer, gatewayOf(settings)),
    identityModule,
    organizationsModule(settings.demo ? sandboxRegister : viesRegister()),
    catalogueModule,
    ledgerModule,
    billingModule,
    subscriptionsModule(),
  ];
}

/** Upward news: who listens to what a module below announces. */
function connectNews(): void {
  accountOpened.connect(async (tx, opened, now) => {
    await openFirstOrganization(tx, opened, now);
  });
  invitedAddress.connect(
    async (tx, { token }, now) => (await holdingInvitation(tx, token, now))?.address,
  );
  invitedSignedUp.connect(
    async (tx, joining, now) => `/o/${await acceptByToken(tx, joining, now)}`,
  );
  signInRequirements.connect(requirementsOfOrganizations);
  organizationDemand.connect(demandOfOrganization);
  organizationName.connect(nameForMember);
  letterheadOf.connect(letterheadOfOrganization);
  currencyInUse.connect(
    async (tx, asked) => (await isCurrencyInUse(tx, asked)) || hasOpenOrders(tx, asked),
  );
  personalSuitesAmong.connect((tx, { organizationIds }) =>
    organizationsWith(tx, { kind: 'personal-suite', organizationIds }),
  );
  productsNamed.connect(nameProducts);
  whatHolds.connect(async (tx, asked) => [
    ...(await subscriptionsHold(tx, asked)),
    ...(await billingHolds(tx, asked)),
  ]);
  whatKeepsMember.connect(subscriptionsKeep);
  membershipEnded.connect(withdrawPlacesOf);
  paymentRequestSettled.connect(startOrder);
  paymentRequestExpired.connect(expireOrder);
  deadJobRetried.connect((tx, { jobId, name, actor }, now) => {
    const about = { kind: 'job', id: jobId, label: name };
    return record(tx, { stream: 'instance', action: 'jobs.dead-job-retried', actor, about }, now);
  });
}

/** What the provider's people may do, by role. */
const staffPermissions: Record<StaffRole, readonly Permission[]> = {
  support: ['staff.see'],
  billing: ['staff.see', 'staff.bank', 'staff.billing'],
  administrator: ['staff.see', 'staff.bank', 'staff.billing', 'staff.administer'],
};

const access: Access = {
  authenticate,
  explain: refuseRenewed,
  renew: renewToken,
  authorize: async (tx, actor, asked, now) => {
    const scope = await admit(tx, actor, asked, now);
    await requireProof(tx, actor, asked, now);
    return scope;
  },
};

/** Sensitive things want a proof of who is asking, lately and as well as the account can. */
async function requireProof(tx: Tx, actor: Actor, { contract, params }: Asked, now: Instant) {
  const { sensitive, evenRestricted = false, evenWeak = evenRestricted } = contract;
  if (!sensitive || !('sessionId' in actor)) return;
  if (!evenRestricted) refuseRestricted(actor, now);
  const action = evenWeak ? 'protective' : 'sensitive';
  const asked = { sessionId: actor.sessionId, action } as const;
  if (sensitive !== 'critical') return requireFreshProof(tx, asked, now);
  const critical = { action: contract.name, object: objectOf(contract.path, params) };
  await requireProofFor(tx, { ...asked, critical }, now);
  // an act in several steps uses it up in the one that cannot be undone
  if (!contract.committedSteps) await takeProofFor(tx, { ...asked, critical }, now);
}

/** What a path names: a proof made for it is worth nothing for anything else (SU-06). */
const objectOf = (path: string, params: Asked['params']): string =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => String(params[name])).join('/');

async function admit(tx: Tx, actor: Actor, { contract, params }: Asked, now: Instant) {
  const { permission, beforeSecondFactor = false } = contract;
  if (permission === 'public' || permission === 'attempt') return undefined;
  if (permission.startsWith('staff.')) {
    const held = actor.kind === 'staff' ? staffPermissions[actor.role] : [];
    if (actor.kind !== 'staff' || !held.includes(permission)) throw notPermitted({ permission });
    if (!beforeSecondFactor) await requireStrengthOfStaff(tx, actor);
    return undefined;
  }
  if (actor.kind !== 'user') throw notPermitted({ permission });
  if (permission === 'self') return undefined;
  const named = organizationId.safeParse(params['organizationId']);
  if (!named.success) throw noSuchPlace({});
  const asked = { permission, organizationId: named.data, params };
  const { scope, seesProduct } = await admitToOrganization(tx, actor, asked);
  const acting = { actor, organizationId: named.data };
  if (!beforeSecondFactor) await requireStrengthIn(tx, acting, now);
  // what a member does not see is told of like what does not exist
  if (!seesProduct) throw productNotFound({});
  return scope;
}

/** Without a gateway no texts leave; a sandbox keeps them. */
function gatewayOf({ smsUrl: url, smsSecret: secret }: Settings): SmsGateway | undefined {
  return url === undefined || secret === undefined ? undefined : webhookGateway({ url, secret });
}

/** Without a server for mail, messages are kept and shown in the portal. */
function mailerOf({ smtpUrl, mailFrom, brand }: Settings): Mailer | undefined {
  return smtpUrl === undefined ? undefined : smtpMailer(smtpUrl, { mailFrom, brand });
}
