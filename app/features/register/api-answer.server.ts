/** Holders and honours as the API answers them. Identity numbers are never handed out. */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import { holders as kinds } from '../awards/award.ts';
import type { OneHonour } from './honour-row.server.ts';
import type { ListedHonour } from './honours-list.server.ts';
import type { ListedHolder } from './list.server.ts';
import { typedNote, noteKinds } from './note.ts';
import type { TimelineItem } from './timeline.server.ts';
import { registerApiText as said } from './api.text.ts';

export const holderAnswer = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  name: z.string(),
  unit: z.string(),
  group: z.string().nullable(),
  gender: z.string().nullable(),
  birthYear: z.int().nullable(),
  position: z.string().nullable(),
  isLeader: z.boolean().nullable(),
  worksDirectly: z.boolean().nullable(),
  endedOn: z.string().nullable(),
  honours: z.int(),
});

export const answerHolder = (row: ListedHolder): z.output<typeof holderAnswer> => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  unit: row.unitCode,
  group: row.groupCode,
  gender: row.gender,
  birthYear: row.birthYear,
  position: row.positionTitle,
  isLeader: row.isLeader,
  worksDirectly: row.worksDirectly,
  endedOn: row.endedOn,
  honours: row.honours,
});

export const honourAnswer = z.object({
  id: z.string(),
  holderId: z.string(),
  holder: z.string(),
  holderKind: z.enum(kinds),
  unit: z.string(),
  award: z.string(),
  year: z.int(),
  kind: z.string().nullable(),
  decisionNumber: z.string(),
  decidedOn: z.string(),
  decidedBy: z.string(),
  goldenBookNumber: z.string().nullable(),
  revokedOn: z.string().nullable(),
  revokedBy: z.string().nullable(),
});

export const answerHonour = (row: ListedHonour): z.output<typeof honourAnswer> => ({
  id: row.id,
  holderId: row.holderId,
  holder: row.holderName,
  holderKind: row.holderKind,
  unit: row.unitCode,
  award: row.awardCode,
  year: row.year,
  kind: row.kind,
  decisionNumber: row.decisionNumber,
  decidedOn: row.decidedOn,
  decidedBy: row.decidedBy,
  goldenBookNumber: row.goldenBookNumber,
  revokedOn: row.revokedOn,
  revokedBy: row.revokedBy,
});

/** With what a correction needs. */
export const oneHonourAnswer = honourAnswer.extend({
  achievement: z.string().nullable(),
  source: z.string().nullable(),
  origin: z.enum(['decision', 'centre', 'entered']).describe(said.fields.origin),
  struckReason: z.string().nullable().describe(said.fields.struckReason),
  version: z.int(),
});

export const answerOneHonour = ({ holder, ...row }: OneHonour): z.output<typeof oneHonourAnswer> => ({
  id: row.id,
  holderId: holder.id,
  holder: holder.name,
  holderKind: holder.kind,
  unit: holder.unitCode,
  award: row.awardCode,
  year: row.year,
  kind: row.kind,
  decisionNumber: row.decisionNumber,
  decidedOn: row.decidedOn,
  decidedBy: row.decidedBy,
  goldenBookNumber: row.goldenBookNumber,
  revokedOn: row.revokedOn,
  revokedBy: row.revokedBy,
  achievement: row.achievement,
  source: row.source,
  origin: row.origin,
  struckReason: row.struckReason,
  version: row.version,
});

export const timelineAnswer = z.object({
  what: z.enum(['honour', 'note', 'removed', 'initiative', 'merge']).describe(said.fields.what),
  on: z.string().describe(said.fields.on),
  id: z.string().nullable().describe(said.fields.id),
  note: z.enum(noteKinds).nullable().describe(said.fields.note),
  fields: z.record(z.string(), z.string()).describe(said.fields.fields),
  removed: z.object({ on: z.string(), reason: z.string() }).nullable().describe(said.fields.removed),
});

export function answerTimeline(item: TimelineItem): z.output<typeof timelineAnswer> {
  const { kind: what, on } = item;
  const plain = { what, on, id: null, note: null, removed: null };
  switch (item.kind) {
    case 'honour': {
      const { id, awardCode, year, decisionNumber } = item.honour;
      return { ...plain, id, fields: { award: awardCode, year: String(year), number: decisionNumber } };
    }
    case 'note': {
      const { kind, row } = item.note;
      return { ...plain, note: kind, fields: filled(typedNote(kind, row)) };
    }
    case 'removed': {
      const { kind, row, removedAt, reason } = item.removed;
      const removed = { on: plainDateIn(removedAt), reason };
      return { ...plain, note: kind, fields: filled(typedNote(kind, row)), removed };
    }
    case 'initiative': {
      const { id, title, year, scope, usedFor } = item.initiative;
      const used = usedFor === null ? {} : { usedFor };
      return { ...plain, id, fields: { title, year: String(year), scope, ...used } };
    }
    case 'merge': {
      const { mergedId, mergedName, reason } = item.merge;
      return { ...plain, id: mergedId, fields: { name: mergedName, reason } };
    }
  }
}

const filled = (fields: Readonly<Partial<Record<string, string>>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  );
