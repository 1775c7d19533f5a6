// The settings become the database that they name.
import type { Settings } from './settings.ts';
import type { Database } from './store/database.ts';

/** Each is loaded only where it is used. */
export async function openDatabase({
  databaseUrl,
  file,
}: Pick<Settings, 'databaseUrl' | 'file'>): Promise<Database> {
  if (databaseUrl === null) return (await import('./store/sqlite-database.ts')).openSqlite(file);
  return (await import('./store/postgres-database.ts')).openPostgres(databaseUrl);
}
