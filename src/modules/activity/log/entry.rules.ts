import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import {
  fromUuid,
  toUuid,
  type Id,
  type OrganizationId,
  type StaffId,
  type UserId,
} from '#kernel/ids.ts';
import type { Canonical } from '../chain/canonical.rules.ts';

/** Whose log an entry belongs to. */
export type Stream =
  | { readonly organizationId: OrganizationId }
  | { readonly userId: UserId }
  | 'instance';

/** A thing that an entry is about: pages link to it, filters find it. */
export type About = { readonly kind: string; readonly id: string; readonly label: string };

/** A product that an entry names besides what it is about: the filter by product finds it. */
export type NamedProduct = { readonly id: string; readonly label: string };

/** Who did it. No session is needed: acts before the first session are somebody's too. */
export type Doer =
  | Exclude<Actor, { kind: 'user' | 'staff' }>
  | {
      readonly kind: 'user';
      readonly userId: UserId;
      readonly name: string;
      readonly device?: string;
    }
  | { readonly kind: 'staff'; readonly staffId: StaffId; readonly name: string };

export type Facts = { readonly [name: string]: string | number | boolean };

/**
 * Something that happened. `action` is `<module>.<what-happened>`; its sentence stands in that
 * module's texts. Facts stay for ever: what is about a person and may be erased goes to `personal`.
 */
export type Happening = {
  readonly stream: Stream;
  readonly action: string;
  readonly actor: Doer;
  readonly about?: About | undefined;
  readonly products?: readonly NamedProduct[] | undefined;
  readonly facts?: Facts | undefined;
  readonly personal?: { readonly [name: string]: string } | undefined;
};

export const streamKinds = ['organization', 'user', 'instance'] as const;
export type StreamKind = (typeof streamKinds)[number];
export type StreamKey = { readonly kind: StreamKind; readonly ownerId: string };

export const instanceStream: StreamKey = {
  kind: 'instance',
  ownerId: '00000000-0000-0000-0000-000000000000',
};

export function streamKey(stream: Stream): StreamKey {
  if (stream === 'instance') return instanceStream;
  return 'userId' in stream
    ? { kind: 'user', ownerId: toUuid(stream.userId) }
    : { kind: 'organization', ownerId: toUuid(stream.organizationId) };
}

/** What is sealed of a happening, by the person whom it is about. */
export type PersonalValues = { readonly [name: string]: string };

/**
 * What may be erased later: a user's name and what was told as personal belong to the person; so
 * does the label of a user that the entry is about.
 */
export function personalOf(happening: Happening): ReadonlyMap<string, PersonalValues> {
  const values = new Map<string, PersonalValues>();
  const add = (subject: string, more: PersonalValues) =>
    values.set(subject, { ...values.get(subject), ...more });
  const { actor, about, personal } = happening;
  if (actor.kind === 'user') add(toUuid(actor.userId), actorValues(actor));
  if (about && isUser(about.id)) add(toUuid(about.id), { aboutLabel: about.label });
  if (personal && Object.keys(personal).length > 0) add(subjectOf(happening), personal);
  return values;
}

function actorValues({ name, device }: { name: string; device?: string }): PersonalValues {
  return { actorName: name, ...(device === undefined ? {} : { actorDevice: device }) };
}

/** Whom personal values describe: the user whose stream it is, else who acted. */
function subjectOf({ stream, actor }: Happening): string {
  if (stream !== 'instance' && 'userId' in stream) return toUuid(stream.userId);
  return actor.kind === 'user' ? toUuid(actor.userId) : instanceStream.ownerId;
}

/** Whose own log shows an entry: the stream's user, else the user who acted. */
export function personOf({
  stream,
  actor,
}: Pick<Happening, 'stream' | 'actor'>): UserId | undefined {
  if (stream !== 'instance' && 'userId' in stream) return stream.userId;
  return actor.kind === 'user' ? actor.userId : undefined;
}

/** Whether what was tried came about. Actions that tell of a failure say so in their name. */
export function resultOf(action: string): 'done' | 'failed' {
  return /-(failed|refused|locked)$|-wrong-/.test(action) ? 'failed' : 'done';
}

/** The body that is hashed. `commitments` are salted hashes of what is sealed, by subject. */
export function bodyOf(
  happening: Happening,
  commitments: ReadonlyMap<string, string>,
  at: Instant,
): Canonical {
  const { action, actor, about, facts, products = [] } = happening;
  return {
    at: at.toISOString(),
    action,
    actor: actorBody(actor),
    ...(about ? { about: aboutBody(about) } : {}),
    ...(products.length > 0 ? { products: labelsOf(products) } : {}),
    ...(facts && Object.keys(facts).length > 0 ? { facts } : {}),
    ...(commitments.size > 0 ? { personal: Object.fromEntries(commitments) } : {}),
  };
}

type Naming = {
  readonly about?: { readonly kind: string; readonly id: string } | undefined;
  readonly products?: readonly NamedProduct[] | undefined;
};

/** The products that an entry names: the one it is about, and those it says so of. */
export function productIdsOf({ about, products = [] }: Naming): readonly string[] {
  const named = products.map(({ id }) => id);
  return about?.kind === 'product' ? [about.id, ...named] : named;
}

const labelsOf = (products: readonly NamedProduct[]): Canonical =>
  Object.fromEntries(products.map(({ id, label }) => [id, label]));

function actorBody(actor: Doer): Canonical {
  if (actor.kind === 'user') return { kind: 'user', id: actor.userId };
  if (actor.kind === 'staff') return { kind: 'staff', id: actor.staffId, name: actor.name };
  return actor.kind === 'system' ? { kind: 'system', name: actor.job } : { kind: 'nobody' };
}

function aboutBody({ kind, id, label }: About): Canonical {
  return isUser(id) ? { kind, id } : { kind, id, label };
}

function isUser(id: string): id is Id<'usr'> {
  return /^usr_[0-9a-f]{32}$/.test(id);
}

/** How a stream is called outside: its owner's id, or `instance`. */
export function streamName({ kind, ownerId }: StreamKey): string {
  if (kind === 'instance') return 'instance';
  return fromUuid(kind === 'user' ? 'usr' : 'org', ownerId);
}
