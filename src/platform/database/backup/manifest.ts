// What a backup says about itself. A backup is a gzipped tar file, readable by any tar:
//   manifest.json                       first: which migrations, tables and sequences
//   tables/SCHEMA.TABLE/000001.copy …   rows as COPY writes them (text), cut into pieces
//   files/SHA256                        the bytes of every stored file
//   end.json                            last: how many rows and files there must be
// Keys are not in it: whoever finds a backup cannot read what is sealed.
import { z } from 'zod';

export const manifest = z.object({
  format: z.literal('atrio-backup-1'),
  takenAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(
    z.object({ schema: z.string(), name: z.string(), value: z.string(), isCalled: z.boolean() }),
  ),
});

export type Manifest = z.infer<typeof manifest>;
export type TableOf = Manifest['tables'][number];

export const end = z.object({
  rows: z.record(z.string(), z.int()),
  files: z.int(),
});

export type End = z.infer<typeof end>;

export const keyOf = ({ schema, name }: { schema: string; name: string }) => `${schema}.${name}`;
