/** Writes app/platform/db-types.ts from the migrated database: `node scripts/generate-db-types.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { productRoot } from '../app/platform/root.server.ts';
import { freshDatabase } from '../tests/database.ts';
import { renderTypes } from './db-types.ts';

const { owner, drop } = await freshDatabase();
writeFileSync(join(productRoot(), 'app/platform/db-types.ts'), await renderTypes(owner));
await drop();
