import { record } from '#modules/activity/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { dayOf, type Instant } from '#kernel/calendar.ts';
import { toDecimal, toMoneyOut, type Money } from '#kernel/money.ts';
import { newId } from '#kernel/new-id.ts';
import { queue } from '#modules/messages/index.ts';
import { recipientsOf, type Organization } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { addressOf, buyerAt } from '../addresses/address-of.ts';
import type { PostalAddress } from '../addresses/address.rules.ts';
import { renderLater } from '../documents/render-later.ts';
import { pageLink } from '../payments/page-link.ts';
import { leastTopUpMinor, topUpTooSmall } from '../prepaid/prepaid.rules.ts';
import { drawReferences } from '../references/draw-references.ts';
import { printedReference } from '../references/reference.rules.ts';
import { accountFor, sellerOf } from '../seller/load-seller.ts';
import { payTo, type Seller } from '../seller/seller.rules.ts';
import type { DraftLine, Priced } from '../tax/priced.rules.ts';
import { priceDocument, type Tax } from '../tax/price-document.ts';
import { proFormaReady } from './pro-forma-ready.letter.ts';
import { lastDayOf, topUpAmounts, type ProForma, type ProFormaId } from './pro-forma.rules.ts';
import { insertProForma } from './pro-forma.store.ts';

/** What an order asks money for, in advance. */
export type ProFormaWish = {
  readonly proFormaId: ProFormaId;
  readonly organization: Organization;
  readonly subject: { readonly kind: 'order'; readonly id: string };
  readonly seller: Seller;
  readonly address: PostalAddress;
  readonly tax: Tax;
  readonly lines: readonly DraftLine[];
};

/**
 * Freezes what an order costs for thirty days, under a reference of its own (settled 8). The
 * organization is locked by the caller. What costs nothing needs no pro-forma: issue its invoice.
 */
export async function createProForma(
  tx: Tx,
  { proFormaId, organization, subject, seller, address, tax, lines }: ProFormaWish,
  actor: Actor,
  now: Instant,
): Promise<ProForma> {
  const priced = priceDocument(lines, tax);
  if (priced.gross.minor <= 0n) throw new TypeError(`${subject.id} costs nothing: no pro-forma`);
  const about = { kind: 'order' as const, proFormaId, subjectId: subject.id, priced };
  return open(tx, organization, { ...about, seller, address }, { actor, now });
}

/** Asks for money to put on prepaid, by transfer with a reference of its own (N11). */
export async function requestTopUp(
  tx: Tx,
  { organization, amount }: { organization: Organization; amount: Money },
  actor: Actor,
  now: Instant,
): Promise<ProForma> {
  if (amount.minor < leastTopUpMinor) {
    throw topUpTooSmall({ least: toMoneyOut({ ...amount, minor: leastTopUpMinor }) });
  }
  const [seller, address] = await Promise.all([sellerOf(tx), addressOf(tx, organization)]);
  const proFormaId = newId('pfo', now);
  const about = { kind: 'top-up' as const, proFormaId, priced: topUpAmounts(amount) };
  return open(tx, organization, { ...about, seller, address }, { actor, now });
}

type Asked = Pick<ProForma, 'kind' | 'proFormaId'> & {
  readonly subjectId?: string;
  readonly priced: Priced;
  readonly seller: Seller;
  readonly address: PostalAddress;
};

async function open(
  tx: Tx,
  organization: Organization,
  { kind, proFormaId, subjectId, priced, seller, address }: Asked,
  { actor, now }: { actor: Actor; now: Instant },
): Promise<ProForma> {
  const { organizationId, language } = organization;
  const account = accountFor(seller, priced.currency);
  const drawn = kind === 'order' ? 'pro-forma' : 'top-up';
  const wish = { kind: drawn, organizationId, subjectId: proFormaId, account } as const;
  const [reference = ''] = await drawReferences(tx, [wish], now);
  const madeOn = dayOf(now);
  const proForma: ProForma = {
    proFormaId,
    organizationId,
    kind,
    subjectId: subjectId ?? proFormaId,
    reference,
    language,
    priced,
    buyer: buyerAt(address, organization, priced.treatment),
    sellerVersion: seller.version,
    madeOn,
    expiresOn: lastDayOf(madeOn),
    state: 'open',
    endedOn: undefined,
    invoiceId: undefined,
  };
  await insertProForma(tx, proForma, now);
  await renderLater(tx, { kind: 'pro-forma', organizationId, id: proFormaId });
  await tell(tx, proForma, { payee: seller.name, account: payTo(account) }, now);
  await recordCreated(tx, proForma, actor, now);
  return proForma;
}

async function tell(
  tx: Tx,
  proForma: ProForma,
  to: { payee: string; account: string },
  now: Instant,
): Promise<void> {
  const { organizationId, proFormaId, reference, priced, expiresOn } = proForma;
  const letter = {
    ...to,
    amount: priced.gross,
    reference: printedReference(reference),
    until: expiresOn,
    link: pageLink(tx, organizationId, `/billing/pro-formas/${proFormaId}`),
  };
  for (const recipient of await recipientsOf(tx, organizationId, 'billing')) {
    await queue(tx, proFormaReady, letter, recipient, now);
  }
}

async function recordCreated(
  tx: Tx,
  { organizationId, proFormaId, kind, reference, priced }: ProForma,
  actor: Actor,
  now: Instant,
): Promise<void> {
  const about = { kind: 'pro-forma', id: proFormaId, label: printedReference(reference) };
  const facts = { amount: toDecimal(priced.gross), currency: priced.currency };
  const action = kind === 'order' ? 'billing.pro-forma-created' : 'billing.top-up-requested';
  await record(tx, { stream: { organizationId }, action, actor, about, facts }, now);
}
