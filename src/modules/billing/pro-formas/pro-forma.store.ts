import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Day, Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type OrganizationId } from '#kernel/ids.ts';
import { language } from '#kernel/language.ts';
import { isCurrency, money } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import { storedBuyer } from '../addresses/address.rules.ts';
import type { InvoiceId } from '../invoices/invoice.rules.ts';
import { storedPriced, toStored } from '../tax/stored-priced.rules.ts';
import { billing } from '../tables.generated.ts';
import type {
  ProForma,
  ProFormaId,
  ProFormaKind,
  ProFormaRow,
  ProFormaState,
} from './pro-forma.rules.ts';

export type ProFormaKey = {
  readonly organizationId: OrganizationId;
  readonly proFormaId: ProFormaId;
};

/** Keeps a new pro-forma: what it says for ever, and that it is open. */
export async function insertProForma(tx: Tx, proForma: ProForma, now: Instant): Promise<void> {
  const { priced } = proForma;
  const organization_id = toUuid(proForma.organizationId);
  const id = toUuid(proForma.proFormaId);
  const { kind, madeOn: made_on, expiresOn: expires_on } = proForma;
  await billing(tx)
    .insertInto('billing.pro_forma')
    .values({
      organization_id,
      id,
      kind,
      subject_id: proForma.subjectId,
      reference: proForma.reference,
      language: proForma.language,
      currency: priced.currency,
      net_minor: priced.net.minor,
      vat_minor: priced.vat.minor,
      gross_minor: priced.gross.minor,
      priced: toStored(priced),
      buyer: JSON.stringify(proForma.buyer),
      seller_version: proForma.sellerVersion,
      made_on,
      expires_on,
      made_at: now,
    })
    .execute();
  await billing(tx)
    .insertInto('billing.pro_forma_standing')
    .values({ organization_id, pro_forma_id: id, state: 'open', kind, made_on, expires_on })
    .execute();
}

type Row = {
  organization_id: string;
  id: string;
  kind: ProFormaKind;
  subject_id: string;
  reference: string;
  language: string;
  priced: unknown;
  buyer: unknown;
  seller_version: number;
  currency: string;
  gross_minor: bigint;
  made_on: Day;
  expires_on: Day;
  state: ProFormaState;
  ended_on: Day | null;
  invoice_id: string | null;
};

const columns = sql.raw(`
  p.organization_id, p.id, p.kind, p.subject_id, p.reference, p.language, p.currency,
  p.gross_minor, p.seller_version, p.made_on, p.expires_on, s.state, s.ended_on, s.invoice_id`);

export async function findProForma(tx: Tx, key: ProFormaKey): Promise<ProForma | undefined> {
  const { rows } = await sql<Row>`
    select ${columns}, p.priced, p.buyer
    from billing.pro_forma as p join billing.pro_forma_standing as s
      on s.organization_id = p.organization_id and s.pro_forma_id = p.id
    where p.organization_id = ${toUuid(key.organizationId)} and p.id = ${toUuid(key.proFormaId)}
  `.execute(billing(tx));
  return rows[0] && toProForma(rows[0]);
}

/** Held until the transaction ends: paying, cancelling and expiring have exactly one outcome. */
export async function lockProFormas(
  tx: Tx,
  keys: readonly ProFormaKey[],
): Promise<readonly ProForma[]> {
  const { rows } = await sql<Row>`
    select ${columns}, p.priced, p.buyer
    from billing.pro_forma_standing as s join billing.pro_forma as p
      on p.organization_id = s.organization_id and p.id = s.pro_forma_id
    where (s.organization_id, s.pro_forma_id) in (select * from unnest(
      ${keys.map(({ organizationId }) => toUuid(organizationId))}::uuid[],
      ${keys.map(({ proFormaId }) => toUuid(proFormaId))}::uuid[]
    ))
    order by s.organization_id, s.pro_forma_id for update of s`.execute(billing(tx));
  return rows.map(toProForma);
}

export async function lockProForma(tx: Tx, key: ProFormaKey): Promise<ProForma | undefined> {
  const [found] = await lockProFormas(tx, [key]);
  return found;
}

export type ProFormaEnd = ProFormaKey & {
  readonly state: Exclude<ProFormaState, 'open'>;
  readonly invoiceId?: InvoiceId | undefined;
};

/** Ends pro-formas that are locked and open. */
export async function saveEnds(
  tx: Tx,
  ends: readonly ProFormaEnd[],
  { on, by }: { on: Day; by: Actor },
  now: Instant,
): Promise<void> {
  await sql`
    update billing.pro_forma_standing as standing
    set state = ending.state, invoice_id = ending.invoice_id,
      ended_on = ${on}, ended_at = ${now}, ended_by = ${by.kind}
    from unnest(
      ${ends.map(({ organizationId }) => toUuid(organizationId))}::uuid[],
      ${ends.map(({ proFormaId }) => toUuid(proFormaId))}::uuid[],
      ${ends.map(({ state }) => state)}::text[],
      ${ends.map(({ invoiceId }) => (invoiceId ? toUuid(invoiceId) : null))}::uuid[]
    ) as ending (organization_id, pro_forma_id, state, invoice_id)
    where standing.organization_id = ending.organization_id
      and standing.pro_forma_id = ending.pro_forma_id and standing.state = 'open'
  `.execute(billing(tx));
}

export type ProFormaFilter = {
  readonly state?: ProFormaState | undefined;
  readonly limit: number;
  readonly after?: { readonly madeOn: Day; readonly proFormaId: ProFormaId } | undefined;
};

/** Newest first. */
export async function findProFormas(
  tx: Tx,
  organizationId: OrganizationId,
  { state, limit, after }: ProFormaFilter,
): Promise<readonly ProFormaRow[]> {
  const inState = state ? sql`and s.state = ${state}` : sql``;
  const further = after
    ? sql`and (s.made_on, s.pro_forma_id) < (${after.madeOn}, ${toUuid(after.proFormaId)})`
    : sql``;
  const { rows } = await sql<Row>`
    select ${columns}
    from billing.pro_forma_standing as s join billing.pro_forma as p
      on p.organization_id = s.organization_id and p.id = s.pro_forma_id
    where s.organization_id = ${toUuid(organizationId)} ${inState} ${further}
    order by s.made_on desc, s.pro_forma_id desc limit ${limit}`.execute(billing(tx));
  return rows.map(toRow);
}

/** Open ones whose last day is past, the longest waiting first. */
export async function findExpired(
  tx: Tx,
  today: Day,
  limit: number,
): Promise<readonly ProFormaKey[]> {
  const rows = await billing(tx)
    .selectFrom('billing.pro_forma_standing')
    .select(['organization_id', 'pro_forma_id'])
    .where('state', '=', 'open')
    .where('expires_on', '<', today)
    .orderBy('expires_on')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    organizationId: fromUuid('org', row.organization_id),
    proFormaId: fromUuid('pfo', row.pro_forma_id),
  }));
}

function toProForma(row: Row): ProForma {
  const { gross: _, ...rest } = toRow(row);
  return {
    ...rest,
    language: language.parse(row.language),
    priced: storedPriced.parse(row.priced),
    buyer: storedBuyer.parse(row.buyer),
    sellerVersion: row.seller_version,
  };
}

function toRow(row: Row): ProFormaRow {
  if (!isCurrency(row.currency)) throw new TypeError(`${row.currency} is no currency of ours`);
  return {
    proFormaId: fromUuid('pfo', row.id),
    organizationId: fromUuid('org', row.organization_id),
    kind: row.kind,
    subjectId: row.subject_id,
    reference: row.reference,
    gross: money(row.gross_minor, row.currency),
    madeOn: row.made_on,
    expiresOn: row.expires_on,
    state: row.state,
    endedOn: row.ended_on ?? undefined,
    invoiceId: row.invoice_id === null ? undefined : fromUuid('inv', row.invoice_id),
  };
}
