import { DatabaseTrouble } from '#platform/database/embedded.ts';
import { MigrationFailed } from '#platform/database/migrate.ts';
import { WrongKeys } from '#platform/keys/key-material.ts';
import { WrongSettings, type Settings } from '#platform/settings.ts';

/** What stopped a start, for the person who did: sentences, or a stack where it is our bug. */
export function troubleOf(error: unknown, settings?: Settings): string {
  const isForPeople =
    error instanceof WrongSettings ||
    error instanceof WrongKeys ||
    error instanceof DatabaseTrouble ||
    error instanceof MigrationFailed;
  if (isForPeople) return error.message;
  return (
    known(codeOf(error), settings) ?? (error instanceof Error ? error.stack : String(error)) ?? ''
  );
}

function known(code: string | undefined, settings: Settings | undefined): string | undefined {
  switch (code ?? '') {
    case 'EADDRINUSE':
      return `Port ${settings?.port} is taken by another program. Choose one with PORT=…`;
    case 'EACCES':
      return `Port ${settings?.port} needs more rights. Choose one above 1023 with PORT=…`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
      return `The database server that DATABASE_URL names cannot be reached (${code}).`;
    case '28P01':
    case '28000':
      return (
        'The database server refuses the user or password of DATABASE_URL or of ' +
        'ATRIO_MIGRATION_URL.'
      );
    case '3D000':
      return 'The database that DATABASE_URL names does not exist on its server.';
    case '42501':
      return (
        'The database role may not change the schema. Set ATRIO_MIGRATION_URL to the role that ' +
        'owns the tables.'
      );
    default:
      return undefined;
  }
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
