/** Rounds, standings and reports as the API answers them. */
import { z } from 'zod';
import { named } from '../../platform/api/openapi.ts';
import { csvOf } from '../../platform/api/operation.ts';
import { reportsApiText } from './api.text.ts';
import type { ListedRound } from './list.server.ts';
import type { ReportPage } from './report-page.server.ts';
import type { Text } from './report.ts';
import { reportStages } from './report.ts';
import { roundStages } from './round.ts';
import { standings } from './standing.ts';
import type { ExpectedUnit } from './units.server.ts';

const { fields: said } = reportsApiText;

const counts = z.object({
  expected: z.int(),
  sent: z.int(),
  onTime: z.int(),
  sentLate: z.int(),
  received: z.int(),
  missing: z.int(),
  overdue: z.int(),
  exempt: z.int(),
});
export const roundAnswer = named(
  'ReportingRound',
  z.object({
    id: z.uuid(),
    name: z.string(),
    period: z.string().nullable(),
    firstDay: z.iso.date(),
    lastDay: z.iso.date(),
    dueOn: z.iso.date(),
    stage: z.enum(roundStages),
    counts,
  }),
);
export type RoundAnswer = z.output<typeof roundAnswer>;

export function answerRound(row: ListedRound): RoundAnswer {
  const { id, name, period, firstDay, lastDay, dueOn, stage } = row;
  return { id, name, period, firstDay, lastDay, dueOn, stage, counts: row.counts };
}

export const standingAnswer = named(
  'ReportStanding',
  z.object({
    round: z.uuid(),
    unit: z.string().describe(said.unit),
    unitName: z.string(),
    standing: z.enum(standings).describe(said.standing),
    isLate: z.boolean(),
    sentOn: z.iso.date().nullable(),
    lateDays: z.int().describe(said.lateDays),
    returns: z.int(),
    exemptReason: z.string().nullable(),
  }),
);
export type StandingAnswer = z.output<typeof standingAnswer>;

export function answerStanding(row: ExpectedUnit): StandingAnswer {
  const { standing, isLate, sentOn, lateDays, returns, exemptReason } = row;
  return {
    round: row.roundId,
    unit: row.code,
    unitName: row.name,
    standing,
    isLate,
    sentOn,
    lateDays,
    returns,
    exemptReason,
  };
}

export const standingsCsv = csvOf<StandingAnswer>({
  round: ({ round }) => round,
  unit: ({ unit }) => unit,
  unitName: ({ unitName }) => unitName,
  standing: ({ standing }) => standing,
  sentOn: ({ sentOn }) => sentOn,
  lateDays: ({ lateDays }) => lateDays,
  returns: ({ returns }) => returns,
});

const slot = {
  position: z.int().describe(said.position),
  part: z.string().describe(said.part),
};
export const textAnswer = z.object({ ...slot, body: z.string() });
export const reportAnswer = named(
  'Report',
  z.object({
    round: z.uuid(),
    unit: z.string().describe(said.unit),
    stage: z.enum(reportStages).describe(said.stage),
    version: z.int(),
    returnReason: z.string().nullable(),
    draft: z.array(textAnswer).nullable(),
    sent: z
      .object({ number: z.int(), signedAt: z.iso.datetime(), content: z.record(z.string(), z.unknown()) })
      .nullable(),
  }),
);

export function textsIn({ draft }: Pick<ReportPage, 'draft'>): readonly Text[] {
  return (draft ?? []).flatMap((section) => [
    ...('body' in section ? [{ position: section.position, part: '', body: section.body }] : []),
    ...('parts' in section ? section.parts.map(({ part, body }) => ({ position: section.position, part, body })) : []),
  ]);
}

export function answerReport(page: ReportPage): z.output<typeof reportAnswer> {
  const [latest] = page.sendings;
  return {
    round: page.round.id,
    unit: page.unit.code,
    stage: page.stage,
    version: page.version,
    returnReason: page.returnReason,
    draft: page.draft ? [...textsIn(page)] : null,
    sent: latest
      ? { number: latest.number, signedAt: latest.signedAt.toISOString(), content: { ...latest.content } }
      : null,
  };
}
