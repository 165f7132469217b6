/** A nominee's appraisal as the API answers it. */
import { z } from 'zod';
import { named } from '../../platform/api/openapi.ts';
import type { AppraisedNominee } from './appraised.server.ts';
import { itemsOf } from './appraised-items.ts';
import { appraisalApiText } from './api.text.ts';
import { conclusions, verdicts } from './conclusion.ts';

const { fields: said } = appraisalApiText;

export const appraisedAnswer = named(
  'AppraisedNominee',
  z.object({
    id: z.uuid(),
    name: z.string(),
    award: z.string(),
    version: z.int().describe(said.version),
    standard: z.enum(['met', 'to_judge', 'not_met']).describe(said.standard),
    items: z.array(z.string()).describe(said.items),
    checks: z.array(
      z.object({ item: z.string(), verdict: z.enum(verdicts).describe(said.verdict), reason: z.string() }),
    ),
    conclusion: z.enum(conclusions).nullable().describe(said.conclusion),
    reason: z.string(),
    openFlags: z.int().describe(said.flags),
    changedSince: z.boolean().describe(said.changed),
  }),
);

export function answerAppraised(one: AppraisedNominee): z.output<typeof appraisedAnswer> {
  const checks = Object.entries(one.checks).flatMap(([item, check]) => (check ? [{ item, ...check }] : []));
  return {
    id: one.id,
    name: one.name,
    award: one.awardCode,
    version: one.appraisalVersion,
    standard: one.evaluation.result,
    items: [...itemsOf(one)],
    checks,
    conclusion: one.conclusion,
    reason: one.conclusionReason,
    openFlags: one.flags.filter(({ isStanding, effect }) => isStanding && effect === null).length,
    changedSince: one.changes.length > 0,
  };
}
