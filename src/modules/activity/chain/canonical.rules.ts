/** What an entry's body may hold. No floats: they are spelled differently by different programs. */
export type Canonical = string | number | boolean | { readonly [name: string]: Canonical };

/**
 * JSON in one spelling only (RFC 8785 for texts, integers, booleans and objects): names in order of
 * their code units, no spaces. The same content has the same bytes, in any language.
 */
export function canonical(value: Canonical): string {
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed());
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return integer(value);
  const names = Object.keys(value).toSorted(); // by code unit, as the RFC asks
  const members = names.map((name) => {
    const member = value[name];
    if (member === undefined) throw new TypeError(`${name} has no value`);
    return `${JSON.stringify(name)}:${canonical(member)}`;
  });
  return `{${members.join(',')}}`;
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is not a whole number`);
  return String(Object.is(value, -0) ? 0 : value);
}
