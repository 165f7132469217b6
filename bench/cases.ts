/** What is measured, in this order: each sets its own scene in the one database. */
import { edits } from './cases/edits.ts';
import { list } from './cases/list.ts';
import { page } from './cases/page.ts';
import { rollup } from './cases/rollup.ts';
import { writers } from './cases/writers.ts';
import type { Case } from './measured.ts';

export const cases: readonly Case[] = [list, writers, edits, page, rollup];
