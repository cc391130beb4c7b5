let toDoor: ((staff: boolean) => void) | undefined;

/** The router says how to reach the sign-in door from wherever the reader is. */
export function setDoor(go: (staff: boolean) => void): void {
  toDoor = go;
}

/** The session ended: to the door of the side that was called, with the way back. */
export function goToDoor(url: string): void {
  toDoor?.(isStaffAddress(url));
}

export const isStaffAddress = (url: string): boolean => url.startsWith('/api/v1/staff/');
