/** Why the embedded database cannot be had, in a sentence for the person who started Atrio. */
export class DatabaseTrouble extends Error {
  override readonly name = 'DatabaseTrouble';
}

export const rootRefused =
  'PostgreSQL refuses to run as root and this machine does not allow user namespaces. ' +
  'Start Atrio as an ordinary user, or set DATABASE_URL to a PostgreSQL server.';

/** Says what the last words of initdb or postgres mean for the person who reads them. */
export function explained(directory: string, output: string): DatabaseTrouble {
  const words = output.trim().split('\n').slice(-12).join('\n');
  return new DatabaseTrouble(`${meaningOf(directory, output)}\n${words}`.trim());
}

function meaningOf(directory: string, output: string): string {
  // the limit of user namespaces also says: no space left on device
  if (/unshare: .*(not permitted|No space|Invalid)|cannot be run as root/.test(output)) {
    return rootRefused;
  }
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return `The disk that holds ${directory} is full. Nothing committed is lost: free some space.`;
  }
  if (/Permission denied|Operation not permitted|Read-only file system/.test(output)) {
    return `Atrio may not write to ${directory}.`;
  }
  if (/error while loading shared libraries/.test(output)) {
    return 'The embedded PostgreSQL is not completely installed: run npm ci again.';
  }
  return `The embedded database in ${directory} does not start.`;
}
