export type Wanted = {
  readonly words?: readonly string[];
  readonly customerNumber?: bigint;
  readonly address?: string;
};

/** What a text typed by staff looks for: an address has an @, a customer number only digits. */
export function lookFor(text: string): Wanted {
  const typed = text.trim();
  if (typed.includes('@')) return { address: typed };
  const words = typed.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  if (words.length === 0) return {};
  const digits = typed.replaceAll(/[\s'’.]/g, '');
  return /^\d{6,15}$/.test(digits) ? { customerNumber: BigInt(digits), words } : { words };
}
