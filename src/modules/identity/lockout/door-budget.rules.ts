/** What one network may try at one kind of door (3.8); all of them in one statement. */
export function doorBudgets(door: string, prefix: string) {
  return [
    { key: `door:${door}:minute:${prefix}`, budget: { count: 30, windowSeconds: 60 } },
    { key: `door:${door}:hour:${prefix}`, budget: { count: 300, windowSeconds: 3600 } },
  ] as const;
}

/** Tries of one known browser, from all networks together, that an attack on others does not touch. */
export const knownBrowserBudget = { count: 10, windowSeconds: 60 } as const;

/** Mails that strangers can cause to one address, whatever network they sit in (LK-14). */
export const mailBudget = { count: 5, windowSeconds: 3600 } as const;
