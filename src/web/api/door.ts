/** Customers and the provider's people have each their own door and session. */
export type Side = 'user' | 'staff';

let toDoor: ((side: Side) => void) | undefined;

/** The router says how to reach a sign-in door from wherever the reader is. */
export function setDoor(go: (side: Side) => void): void {
  toDoor = go;
}

/** Nobody is signed in, or not any more: to the door, with the way back. */
export function goToDoor(side: Side): void {
  toDoor?.(side);
}

/** Whose session an address of the API wants. */
export function sideOf(url: string): Side {
  return url.startsWith('/api/v1/staff/') ? 'staff' : 'user';
}
