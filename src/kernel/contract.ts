// What the API promises, written once per route. From it come validation, OpenAPI, the typed
// client,
// the permission table and the strangers test.
import { z } from 'zod';
import type { Permission } from './permission.ts';
import type { RefusalDefinition } from './refusal.ts';

/** Where every path begins. */
export const apiPrefix = '/api/v1';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Contract = {
  /** Name of the route: its export, its operation id, the client's key. */
  readonly name: string;
  readonly method: Method;
  /** Below /api/v1, parameters as `:name`. */
  readonly path: `/${string}`;
  /** One sentence for the API reference. */
  readonly summary: string;
  readonly permission: Permission;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** `multipart` bodies are read by the route itself, through `upload`. */
  readonly accepts?: 'json' | 'file';
  /** A schema, or the media type of bytes (`application/pdf`). Absent: 204. */
  readonly returns?: z.ZodType | MediaType;
  readonly refusals?: readonly RefusalDefinition<never>[];
  /**
   * Needs a fresh proof of who is asking (step-up). What is critical needs one made for it, for what
   * its path names, within five minutes, and uses it up (SU-06); what is so in part asks for that
   * one in its act, for the changes that cannot be undone.
   */
  readonly sensitive?: boolean | 'critical' | 'critical-in-part';
  /** Open to a session that an emergency code opened; other sensitive routes are not. */
  readonly evenRestricted?: boolean;
  /**
   * Open with the password where the account has second factors and none of them counts in a
   * step-up: texts, or what is lost. It protects the account or takes away from its sessions.
   */
  readonly evenWeak?: boolean;
  /** Open to those who must set up a second factor first: the way to do it, and the way out. */
  readonly beforeSecondFactor?: boolean;
  /** A delegated support session may call it. Without the tag it may not (SP-02). */
  readonly delegable?: boolean;
  /** `required`: refuses without an Idempotency-Key; `optional`: honours one. */
  readonly idempotency?: 'required' | 'optional';
  /**
   * The handler opens its own transactions (reserve → compute → complete), because a refusal must
   * leave a trace or work must not hold locks (settled 1).
   */
  readonly committedSteps?: boolean;
  /**
   * A door: its act counts tries by network and may want work before one (decision 0013), which the
   * API's description says.
   */
  readonly rateClass?: 'door';
};

export type MediaType =
  | 'image/png'
  | 'application/pdf'
  | 'text/csv'
  | 'application/xml'
  | 'text/html';

/** Declares a route's promise. Refusals may be of any facts, hence the widening. */
export function contract<const C extends Declared>(declaration: C): C {
  return declaration;
}

type Declared = Omit<Contract, 'refusals'> & {
  readonly refusals?: readonly { readonly code: string; readonly kind: string }[];
};

type In<C, K extends string> = C extends { readonly [P in K]: infer S extends z.ZodType }
  ? z.input<S>
  : undefined;
type Out<C, K extends string> = C extends { readonly [P in K]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

/** What a caller sends. */
export type Sent<C> = { params: In<C, 'params'>; query: In<C, 'query'>; body: In<C, 'body'> };

/** What a handler receives. */
export type Received<C> = {
  params: Out<C, 'params'>;
  query: Out<C, 'query'>;
  body: Out<C, 'body'>;
};

/** What the handler must give: the schema's input, so that transforms may present it. */
export type Given<C> = C extends { readonly returns: infer S }
  ? S extends z.ZodType
    ? z.input<S>
    : Uint8Array | AsyncIterable<Uint8Array | string>
  : void;

/** What a caller gets back, as JSON. */
export type Answer<C> = C extends { readonly returns: infer S }
  ? S extends z.ZodType
    ? z.output<S>
    : Blob
  : void;

/** A page of a list: rows and where the next one begins (keyset cursor). */
export function pageOf<S extends z.ZodType>(row: S) {
  return z.object({ rows: z.array(row), next: z.string().nullable() });
}

/** What every list accepts. */
export const paging = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
