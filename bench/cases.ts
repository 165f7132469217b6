/** What is measured, in this order: each sets its own scene in the one database. */
import { alike } from './cases/alike.ts';
import { consolidation } from './cases/consolidation.ts';
import { coverage } from './cases/coverage.ts';
import { decisions } from './cases/decisions.ts';
import { dossier } from './cases/dossier.ts';
import { duties } from './cases/duties.ts';
import { edits } from './cases/edits.ts';
import { evaluation } from './cases/evaluation.ts';
import { importing } from './cases/import.ts';
import { list } from './cases/list.ts';
import { page } from './cases/page.ts';
import { reports } from './cases/reports.ts';
import { pastAwards } from './cases/past-awards.ts';
import { register } from './cases/register.ts';
import { rollup } from './cases/rollup.ts';
import { searching } from './cases/search.ts';
import { standards } from './cases/standards.ts';
import { submissions } from './cases/submissions.ts';
import { writers } from './cases/writers.ts';
import type { Case } from './measured.ts';

/** The search, the coverage and the evaluation come last: they add thousands of units, and the evaluation empties the values. */
export const cases: readonly Case[] = [
  importing,
  list,
  writers,
  edits,
  submissions,
  page,
  rollup,
  consolidation,
  duties,
  searching,
  coverage,
  alike,
  reports,
  standards,
  register,
  pastAwards,
  decisions,
  dossier,
  evaluation,
];
