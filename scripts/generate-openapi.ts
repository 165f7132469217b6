/** Writes docs/openapi.json from the operations; app/api.test.ts fails when the file is not what they say. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiDescription } from '../app/api.server.ts';
import { productRoot } from '../app/platform/root.server.ts';

writeFileSync(join(productRoot(), 'docs/openapi.json'), `${JSON.stringify(apiDescription(), null, 2)}\n`);
