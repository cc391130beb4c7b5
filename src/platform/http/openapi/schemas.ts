// From zod to the schemas of the API reference: named ones become components, once.
import { z } from 'zod';

export type JsonSchema = { [key: string]: unknown };

/** Collects the named schemas of all routes. One name is one shape, or this throws. */
export class Schemas {
  readonly components: { [name: string]: JsonSchema } = {};

  /** The schema as it is spelled in the document; `sent` by a caller or `given` back. */
  of(schema: z.ZodType, direction: 'sent' | 'given'): JsonSchema {
    const {
      $defs,
      $schema: _,
      ...root
    } = z.toJSONSchema(schema, {
      io: direction === 'sent' ? 'input' : 'output',
      unrepresentable: 'any',
      override: tidied,
    }) as JsonSchema & { $defs?: { [name: string]: JsonSchema } };
    for (const [name, definition] of Object.entries($defs ?? {})) this.#keep(name, definition);
    return pointed(root);
  }

  #keep(name: string, definition: JsonSchema): void {
    const { id: _, ...kept } = pointed(definition);
    const known = this.components[name];
    if (known && JSON.stringify(known) !== JSON.stringify(kept)) {
      throw new Error(`two schemas of the API are called ${name}`);
    }
    this.components[name] = kept;
  }
}

type Overridden = Parameters<NonNullable<z.core.ToJSONSchemaParams['override']>>[0];

/** Says what matters to callers, and nothing that is only zod's way of checking it. */
function tidied({ zodSchema, jsonSchema }: Overridden): void {
  const { def } = zodSchema._zod;
  // an answer may grow: callers ignore what they do not know
  if (def.type === 'object' && jsonSchema.additionalProperties === false) {
    delete jsonSchema.additionalProperties;
  }
  if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  // a transform changes the type for our code; the text that travels stays what was checked
  if (def.type === 'pipe' && def.out._zod.def.type === 'transform') {
    const { $schema: _, ...checked } = z.toJSONSchema(def.in, {
      unrepresentable: 'any',
      override: tidied,
    });
    if (checked.$defs === undefined) Object.assign(jsonSchema, checked);
  }
}

/** `#/$defs/Money` is `#/components/schemas/Money` in an API document. */
function pointed(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as JsonSchema;
}
