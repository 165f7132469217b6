/** Consolidated reports, their pieces and frozen editions as the API answers them. */
import { z } from 'zod';
import { named } from '../../platform/api/openapi.ts';
import { csvOf } from '../../platform/api/operation.ts';
import { consolidationsApiText } from './api.text.ts';
import type { PieceRow } from './case.server.ts';
import { kinds, stages } from './consolidation.ts';
import type { FrozenEdition } from './content.server.ts';
import type { ListedConsolidation, OneConsolidation } from './list.server.ts';
import type { Piece, PieceTable, Source } from './pieces.ts';
import { figureKinds, placements, textOf } from './pieces.ts';

const { fields: said } = consolidationsApiText;
const day = z.iso.date();

export const consolidationAnswer = named(
  'ConsolidatedReport',
  z.object({
    id: z.uuid(),
    kind: z.enum(kinds).describe(said.kind),
    title: z.string(),
    unitName: z.string().describe(said.unit),
    round: z.uuid().nullable(),
    scheme: z.string().nullable(),
    snapshot: z.uuid().nullable(),
    stage: z.enum(stages).describe(said.stage),
    gatheredAt: z.iso.datetime(),
    documentNumber: z.string().nullable(),
    documentDate: day.nullable(),
    version: z.int(),
  }),
);
export type ConsolidationAnswer = z.output<typeof consolidationAnswer>;

export function answerConsolidation(row: Omit<ListedConsolidation, 'parts'>): ConsolidationAnswer {
  const { id, kind, title, unitName, roundId, schemeCode, snapshotId, stage } = row;
  const { documentNumber, documentDate, version } = row;
  const of = { round: roundId, scheme: schemeCode, snapshot: snapshotId };
  const gatheredAt = row.gatheredAt.toISOString();
  return { id, kind, title, unitName, ...of, stage, gatheredAt, documentNumber, documentDate, version };
}

export const consolidationsCsv = csvOf<ConsolidationAnswer>({
  id: ({ id }) => id,
  kind: ({ kind }) => kind,
  title: ({ title }) => title,
  unitName: ({ unitName }) => unitName,
  scheme: ({ scheme }) => scheme,
  stage: ({ stage }) => stage,
  documentNumber: ({ documentNumber }) => documentNumber,
  documentDate: ({ documentDate }) => documentDate,
});

const counts = {
  body: z.int(),
  annex: z.int(),
  out: z.int(),
  edited: z.int(),
  stale: z.int().describe(said.stale),
};
const digest = z.string().describe(said.digest);
const frozen = { number: z.int(), digest, frozenBy: z.string(), frozenAt: z.iso.datetime() };
export const consolidationWhole = named(
  'ConsolidatedReportDetail',
  consolidationAnswer.extend({
    parts: z.array(z.object({ key: z.string(), heading: z.string(), ...counts })).describe(said.parts),
    editions: z.array(z.object(frozen)).describe(said.editions),
  }),
);

export function answerWhole(one: OneConsolidation): z.output<typeof consolidationWhole> {
  return {
    ...answerConsolidation(one),
    parts: one.isInside ? [...one.parts] : [],
    editions: one.editions.map(({ frozenAt, ...line }) => ({ ...line, frozenAt: frozenAt.toISOString() })),
  };
}

const thing = z.object({ id: z.uuid(), title: z.string() });
const source = named(
  'ConsolidatedSource',
  z
    .discriminatedUnion('kind', [
      z.object({
        kind: z.literal('report'),
        roundId: z.uuid(),
        roundName: z.string(),
        unitCode: z.string(),
        unitName: z.string(),
        sending: z.int(),
        signedOn: day,
        section: z.object({ position: z.int(), heading: z.string() }),
        about: z.object({ code: z.string(), heading: z.string() }),
      }),
      z.object({
        kind: z.literal('figures'),
        of: z.enum(figureKinds),
        asOf: day,
        through: day.nullable().describe(said.through),
        snapshot: thing.nullable(),
        round: z.object({ id: z.uuid(), name: z.string() }).nullable(),
      }),
      z.object({ kind: z.literal('own'), by: z.string() }),
    ])
    .describe(said.source),
);
const table = named(
  'ConsolidatedTable',
  z.object({
    title: z.string(),
    headings: z.array(z.string()),
    rows: z.array(
      z.union([
        z.object({ cells: z.array(z.string()), ref: z.string().describe(said.ref) }),
        z.object({ band: z.string() }),
      ]),
    ),
  }),
);

function answerSource(from: Source): z.output<typeof source> {
  switch (from.kind) {
    case 'report': {
      const { kind, roundId, roundName, unitCode, unitName, sending, signedOn, section, about } = from;
      return { kind, roundId, roundName, unitCode, unitName, sending, signedOn, section, about };
    }
    case 'figures': {
      const { kind, of, asOf, through = null, snapshot, round } = from;
      return { kind, of, asOf, through, snapshot, round };
    }
    case 'own':
      return { kind: from.kind, by: from.by };
  }
}

function answerTable({ title, columns, rows }: PieceTable): z.output<typeof table> {
  return {
    title,
    headings: columns.map(({ heading }) => heading),
    rows: rows.map((row) => ('band' in row ? row : { cells: [...row.cells], ref: row.ref })),
  };
}

const shape = {
  id: z.uuid(),
  placement: z.enum(placements).describe(said.placement),
  text: z.string().describe(said.text),
  table: table.nullable(),
  isEdited: z.boolean().describe(said.isEdited),
  source,
};
const frozenPiece = named('FrozenPiece', z.object(shape));
export const pieceAnswer = named(
  'ConsolidatedPiece',
  z.object({
    ...shape,
    original: z.string().describe(said.original),
    isStale: z.boolean().describe(said.stale),
    editedBy: z.string().nullable(),
    editedAt: z.iso.datetime().nullable(),
    version: z.int(),
  }),
);

function answerFrozen(piece: Piece): z.output<typeof frozenPiece> {
  const { id, placement, content, body, source: from } = piece;
  const isEdited = body !== null && from.kind !== 'own';
  const drawn = content && answerTable(content);
  return { id, placement, text: textOf(piece), table: drawn, isEdited, source: answerSource(from) };
}

export function answerPiece(piece: PieceRow): z.output<typeof pieceAnswer> {
  const { original, isStale, editedBy, editedAt, version } = piece;
  return { ...answerFrozen(piece), original, isStale, editedBy, editedAt: editedAt?.toISOString() ?? null, version };
}

export const editionAnswer = named(
  'ConsolidatedEdition',
  z.object({
    ...frozen,
    isWhole: z.boolean().describe(said.isWhole),
    title: z.string(),
    unit: z.object({ code: z.string(), name: z.string() }).describe(said.unit),
    frozenOn: day,
    documentNumber: z.string().nullable(),
    documentDate: day.nullable(),
    parts: z.array(z.object({ key: z.string(), heading: z.string(), pieces: z.array(frozenPiece) })),
    inputs: z.array(z.object({ label: z.string(), digest })).describe(said.inputs),
  }),
);

/** As the page of it: without what was left out. */
export function answerEdition(edition: FrozenEdition): z.output<typeof editionAnswer> {
  const { content, frozenAt, ...facts } = edition;
  const { title, unit, frozenOn, inputs } = content;
  const parts = content.parts.map(({ key, heading, pieces }) => ({
    key,
    heading,
    pieces: pieces.filter(({ placement }) => placement !== 'out').map(answerFrozen),
  }));
  return { ...facts, frozenAt: frozenAt.toISOString(), title, unit, frozenOn, parts, inputs: [...inputs] };
}
