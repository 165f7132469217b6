import { generate, PostgresDialect } from 'kysely-codegen';
import type { Database } from '../app/platform/db.server.ts';

/** The table types of a migrated database, as app/platform/db.server.ts reads the values. */
export function renderTypes(db: Database): Promise<string> {
  return generate({
    db,
    dialect: new PostgresDialect({ dateParser: 'string', numericParser: 'string' }),
    defaultSchemas: ['public'],
    includePattern: 'public.*',
    outFile: null,
    singularize: false,
    typeMapping: { int8: 'number' },
  });
}
