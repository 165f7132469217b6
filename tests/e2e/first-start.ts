/** Starts the app once in the empty folder that is named: what it leaves there is where the journeys begin. */
import { openApp } from './app.ts';

const [, , dataDir] = process.argv;
if (!dataDir) throw new Error('which folder?');
const app = await openApp({}, { isFirst: true, dataDir });
// What it met while it was told to stop is for the journeys to judge.
await app.close('expected');
