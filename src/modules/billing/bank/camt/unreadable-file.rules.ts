// Why a whole bank file is turned down. Nothing of such a file is booked.
import { defineRefusal } from '#kernel/refusal.ts';

type InDocument = { readonly document?: string };

/** No DTD, no entities: a statement needs neither, an attack does (D22). */
export const hasDtd = defineRefusal<InDocument>('billing.bank-file-dtd', 'invalid');
export const notXml = defineRefusal<InDocument & { reason: string }>(
  'billing.bank-file-not-xml',
  'invalid',
);
export const wrongEncoding = defineRefusal<InDocument & { encoding: string }>(
  'billing.bank-file-encoding',
  'invalid',
);
export const notAStatement = defineRefusal<InDocument & { found: string }>(
  'billing.bank-file-not-a-statement',
  'invalid',
);
export const noStatement = defineRefusal<InDocument>('billing.bank-file-no-statement', 'invalid');
/** camt.052 is recognized: what it says is not final and comes again as a statement. */
export const intradayReport = defineRefusal<InDocument>('billing.bank-file-intraday', 'invalid');
export const tooDeep = defineRefusal<InDocument & { limit: number }>(
  'billing.bank-file-too-deep',
  'invalid',
);
export const textTooLong = defineRefusal<InDocument & { limit: number }>(
  'billing.bank-file-text-too-long',
  'invalid',
);
export const tooManyElements = defineRefusal<InDocument & { limit: number }>(
  'billing.bank-file-too-many-elements',
  'invalid',
);
export const zipEncrypted = defineRefusal<InDocument>('billing.bank-file-zip-encrypted', 'invalid');
export const zipNested = defineRefusal<InDocument>('billing.bank-file-zip-nested', 'invalid');
export const zipBomb = defineRefusal<InDocument & { limit: string }>(
  'billing.bank-file-zip-bomb',
  'invalid',
);
export const zipBroken = defineRefusal<InDocument & { reason: string }>(
  'billing.bank-file-zip-broken',
  'invalid',
);

/** No statement comes near these; an attack does. */
export const limits = {
  depth: 40,
  textLength: 100_000,
  /** Characters between two tags, which also bounds attributes, comments and a DTD. */
  betweenTags: 1_000_000,
  elementsAtOnce: 400_000,
  /** Details handled at once; a batch may have any number of them. */
  detailsAtOnce: 500,
  zipDocuments: 1_000,
  zipRatio: 200,
  /** Small documents may compress better than that. */
  zipRatioFrom: 1_000_000,
  unpackedBytes: 4_000_000_000,
} as const;
