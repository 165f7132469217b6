/** A dossier as the API answers it. */
import { z } from 'zod';
import { named } from '../../platform/api/openapi.ts';
import { csvOf } from '../../platform/api/operation.ts';
import { holders } from '../awards/award.ts';
import { dossiersApiText } from './api.text.ts';
import { reviewKinds } from '../movements/movement.ts';
import type { Clocks } from './clocks.server.ts';
import { runningFor } from './clocks.server.ts';
import { dossierKinds, dossierRoutes, simplifiedGrounds } from './dossier.ts';
import type { LackingShown } from './editions.server.ts';
import type { Lacking } from './papers.ts';
import type { ListedDossier } from './list.server.ts';
import { nomineeOutcomes } from './nominee.ts';
import type { NomineeRow } from './nominee-rows.server.ts';
import type { Complete } from './papers.ts';
import { cellStates, paperKinds } from './papers.ts';
import { dossierStages } from './procedure.ts';

const { fields: said } = dossiersApiText;

export const dossierAnswer = named(
  'Dossier',
  z.object({
    id: z.uuid(),
    code: z.string(),
    unit: z.string().describe(said.unit),
    unitName: z.string(),
    to: z.string().describe(said.to),
    route: z.enum(dossierRoutes),
    via: z.string().nullable().describe(said.via),
    kind: z.enum(dossierKinds).describe(said.kind),
    simplified: z.enum(simplifiedGrounds).nullable().describe(said.simplified),
    year: z.int(),
    movement: z.uuid().nullable().describe(said.movement),
    review: z.enum(reviewKinds).nullable().describe(said.review),
    title: z.string(),
    paperNumber: z.string().nullable(),
    paperDate: z.string().nullable(),
    stage: z.enum(dossierStages).describe(said.stage),
    version: z.int(),
    receivedOn: z.string().nullable(),
    dueOn: z.string().nullable().describe(said.dueOn),
    returnReason: z.string().nullable(),
    nominees: z.int(),
    awards: z.array(z.string()),
  }),
);
export type DossierAnswer = z.output<typeof dossierAnswer>;

export function answerDossier(row: ListedDossier, clocks: Clocks): DossierAnswer {
  const { id, code, route, kind, simplified, year, title, paperNumber, paperDate, stage, version } = row;
  return {
    id,
    code,
    route,
    kind,
    simplified,
    year,
    title,
    paperNumber,
    paperDate,
    stage,
    version,
    unit: row.unitCode,
    unitName: row.unitName,
    to: row.toUnitCode,
    via: row.viaUnitCode,
    movement: row.movementId,
    review: row.movementReview,
    receivedOn: row.receivedOn,
    dueOn: runningFor(clocks, row)?.dueOn ?? null,
    returnReason: row.returnReason,
    nominees: row.nominees,
    awards: [...row.awardCodes],
  };
}

export const nomineeAnswer = named(
  'DossierNominee',
  z.object({
    id: z.uuid(),
    holder: z.uuid().describe(said.holder),
    kind: z.enum(holders),
    name: z.string(),
    award: z.string(),
    achievement: z.string(),
    rank: z.int().nullable().describe(said.rank),
    outcome: z.enum(nomineeOutcomes).describe(said.outcome),
  }),
);

export function answerNominee(row: NomineeRow): z.output<typeof nomineeAnswer> {
  const { id, name, achievement, outcome } = row;
  return {
    id,
    name,
    achievement,
    outcome,
    holder: row.holderId,
    kind: row.holderKind,
    award: row.awardCode,
    rank: row.movementRank,
  };
}

export const dossiersCsv = csvOf<DossierAnswer>({
  id: ({ id }) => id,
  code: ({ code }) => code,
  unit: ({ unit }) => unit,
  unitName: ({ unitName }) => unitName,
  to: ({ to }) => to,
  kind: ({ kind }) => kind,
  year: ({ year }) => year,
  title: ({ title }) => title,
  stage: ({ stage }) => stage,
  nominees: ({ nominees }) => nominees,
  awards: ({ awards }) => awards.join('; '),
  receivedOn: ({ receivedOn }) => receivedOn,
  dueOn: ({ dueOn }) => dueOn,
});

const paperCell = z.object({
  kind: z.enum(paperKinds).describe(said.paper),
  state: z.enum(cellStates).describe(said.state),
});
export const papersAnswer = named(
  'DossierPapers',
  z.object({
    missing: z.int().describe(said.missing),
    shared: z.array(paperCell),
    lackedWhenHandedIn: z
      .object({
        papers: z.array(
          z.object({
            kind: z.enum(paperKinds).describe(said.paper),
            name: z.string().nullable(),
            blocks: z.boolean(),
            followed: z.boolean().describe(said.followed),
          }),
        ),
        reason: z.string().nullable(),
      })
      .nullable()
      .describe(said.lacked),
    nominees: z.array(z.object({ id: z.uuid(), name: z.string(), papers: z.array(paperCell) })),
  }),
);

export function answerPapers(
  { missing, shared, rows }: Complete,
  lacked: LackingShown | undefined,
): z.output<typeof papersAnswer> {
  const cell = ({ kind, state }: Complete['shared'][number]) => ({ kind, state });
  const nominees = rows.map(({ id, name, cells }) => ({ id, name, papers: cells.map(cell) }));
  const one = (followed: boolean) => (lacking: Lacking) => {
    const { paper: kind, name, blocks } = lacking;
    return { kind, name, blocks, followed };
  };
  const lackedWhenHandedIn = lacked
    ? { papers: [...lacked.papers.map(one(false)), ...lacked.arrived.map(one(true))], reason: lacked.reason }
    : null;
  return { missing, shared: shared.map(cell), lackedWhenHandedIn, nominees };
}
