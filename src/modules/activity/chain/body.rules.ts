import { z } from 'zod';
import { toUuid, userId, type UserId } from '#kernel/ids.ts';
import { productIdsOf, type StreamKey } from '../log/entry.rules.ts';

const fact = z.union([z.string(), z.number(), z.boolean()]);
const actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nobody') }),
  z.object({ kind: z.literal('user'), id: userId }),
  z.object({ kind: z.literal('staff'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('system'), name: z.string() }),
]);

/** An entry's body, read again. */
const body = z.object({
  at: z.string(),
  action: z.string(),
  actor,
  about: z.object({ kind: z.string(), id: z.string(), label: z.string().optional() }).optional(),
  /** Labels of the products that it names, by their ids. */
  products: z.record(z.string(), z.string()).optional(),
  facts: z.record(z.string(), fact).optional(),
  personal: z.record(z.string(), z.string()).optional(),
});

export type Body = z.output<typeof body>;

/** What a body says, or undefined when it is not one. */
export function readBody(text: string): Body | undefined {
  try {
    return body.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What the look-up columns of an entry must say. */
export function columnsOf(text: string, stream: StreamKey) {
  const said = readBody(text);
  if (!said) return undefined;
  const acted: UserId | undefined = said.actor.kind === 'user' ? said.actor.id : undefined;
  const personId = stream.kind === 'user' ? stream.ownerId : acted && toUuid(acted);
  const { at, action, about } = said;
  const productIds = productIdsOf({ about, products: productsOf(said) });
  return { at, action, personId, aboutId: about?.id, productIds };
}

/** The products that a body names, with the labels they had then. */
export function productsOf({ products = {} }: Pick<Body, 'products'>) {
  return Object.entries(products).map(([id, label]) => ({ id, label }));
}

/** Salted hashes of what is sealed, by the person. */
export function commitmentsOf(text: string): ReadonlyMap<string, string> {
  return new Map(Object.entries(readBody(text)?.personal ?? {}));
}
