/** Programmes, inspections and findings as the API answers them. */
import { z } from 'zod';
import { named } from '../../platform/api/openapi.ts';
import { csvOf } from '../../platform/api/operation.ts';
import { inspectionsApiText } from './api.text.ts';
import { findingStages, findingStandings } from './finding.ts';
import { inspectionKinds, inspectionStages, memberParts } from './inspection.ts';
import type { ListedFinding, ListedInspection, ListedProgramme } from './list.server.ts';
import type { OneFinding, OneInspection } from './one.server.ts';
import { programmeStages } from './programme.ts';

const { fields: said } = inspectionsApiText;
const day = z.iso.date();

export const programmeAnswer = named(
  'InspectionProgramme',
  z.object({
    id: z.uuid(),
    year: z.int(),
    unit: z.string().describe(said.planner),
    unitName: z.string(),
    scheme: z.string().nullable(),
    title: z.string(),
    purpose: z.string(),
    stage: z.enum(programmeStages),
    documentNumber: z.string().nullable(),
    documentDate: day.nullable(),
    planned: z.int().describe(said.planned),
    held: z.int(),
  }),
);
export type ProgrammeAnswer = z.output<typeof programmeAnswer>;

export function answerProgramme(row: ListedProgramme): ProgrammeAnswer {
  const { id, year, unitName, title, purpose, stage, documentNumber, documentDate, planned, held } = row;
  const told = { title, purpose, stage, documentNumber, documentDate, planned, held };
  return { id, year, unit: row.unitCode, unitName, scheme: row.schemeCode, ...told };
}

export const inspectionAnswer = named(
  'Inspection',
  z.object({
    id: z.uuid(),
    kind: z.enum(inspectionKinds),
    title: z.string(),
    unit: z.string().describe(said.unit),
    unitName: z.string(),
    byUnit: z.string().describe(said.byUnit),
    byUnitName: z.string(),
    scheme: z.string().nullable(),
    about: z.string().nullable().describe(said.about),
    programme: z.uuid().nullable().describe(said.programme),
    content: z.string(),
    firstDay: day,
    lastDay: day,
    stage: z.enum(inspectionStages),
    cancelReason: z.string().nullable(),
    heldOn: day.nullable().describe(said.heldOn),
    heldUntil: day.nullable().describe(said.heldOn),
    findings: z.int().describe(said.findings),
    openFindings: z.int().describe(said.findings),
    version: z.int(),
  }),
);
export type InspectionAnswer = z.output<typeof inspectionAnswer>;

export function answerInspection(row: ListedInspection): InspectionAnswer {
  const { id, kind, title, content, firstDay, lastDay, stage, cancelReason, heldOn, heldUntil, version } = row;
  return {
    id,
    kind,
    title,
    unit: row.unitCode,
    unitName: row.unitName,
    byUnit: row.byUnitCode,
    byUnitName: row.byUnitName,
    scheme: row.schemeCode,
    about: row.aboutName,
    programme: row.programmeId,
    content,
    firstDay,
    lastDay,
    stage,
    cancelReason,
    heldOn,
    heldUntil,
    findings: row.findings,
    openFindings: row.openFindings,
    version,
  };
}

export const inspectionsCsv = csvOf<InspectionAnswer>({
  id: ({ id }) => id,
  title: ({ title }) => title,
  unit: ({ unit }) => unit,
  unitName: ({ unitName }) => unitName,
  byUnit: ({ byUnit }) => byUnit,
  byUnitName: ({ byUnitName }) => byUnitName,
  kind: ({ kind }) => kind,
  scheme: ({ scheme }) => scheme,
  about: ({ about }) => about,
  firstDay: ({ firstDay }) => firstDay,
  lastDay: ({ lastDay }) => lastDay,
  stage: ({ stage }) => stage,
  heldOn: ({ heldOn }) => heldOn,
  heldUntil: ({ heldUntil }) => heldUntil,
  findings: ({ findings }) => findings,
  openFindings: ({ openFindings }) => openFindings,
});

export const findingAnswer = named(
  'Finding',
  z.object({
    id: z.uuid(),
    inspection: z.uuid(),
    inspectionTitle: z.string(),
    unit: z.string().describe(said.unit),
    unitName: z.string(),
    byUnitName: z.string(),
    scheme: z.string().nullable(),
    position: z.int().describe(said.position),
    statement: z.string(),
    remedy: z.string(),
    owner: z.string().nullable().describe(said.owner),
    askedDay: day.describe(said.askedDay),
    dueOn: day.describe(said.dueOn),
    stage: z.enum(findingStages).describe(said.stage),
    standing: z.enum(findingStandings).describe(said.standing),
    answeredOn: day.nullable(),
    closedOn: day.nullable(),
    returnReason: z.string().nullable(),
    version: z.int(),
  }),
);
export type FindingAnswered = z.output<typeof findingAnswer>;

export function answerFindingRow(row: ListedFinding): FindingAnswered {
  const { id, inspectionTitle, unitName, byUnitName, position, statement, remedy, askedDay, dueOn } = row;
  const { stage, standing, answeredOn, closedOn, returnReason, version } = row;
  return {
    id,
    inspection: row.inspectionId,
    inspectionTitle,
    unit: row.unitCode,
    unitName,
    byUnitName,
    scheme: row.schemeCode,
    position,
    statement,
    remedy,
    owner: row.ownerName,
    askedDay,
    dueOn,
    stage,
    standing,
    answeredOn,
    closedOn,
    returnReason,
    version,
  };
}

export const findingsCsv = csvOf<FindingAnswered>({
  id: ({ id }) => id,
  inspection: ({ inspection }) => inspection,
  unit: ({ unit }) => unit,
  unitName: ({ unitName }) => unitName,
  byUnitName: ({ byUnitName }) => byUnitName,
  scheme: ({ scheme }) => scheme,
  statement: ({ statement }) => statement,
  remedy: ({ remedy }) => remedy,
  owner: ({ owner }) => owner,
  dueOn: ({ dueOn }) => dueOn,
  stage: ({ stage }) => stage,
  standing: ({ standing }) => standing,
  answeredOn: ({ answeredOn }) => answeredOn,
  closedOn: ({ closedOn }) => closedOn,
});

const minutes = z.object({
  place: z.string(),
  attendees: z.string(),
  course: z.string(),
  results: z.string(),
  opinions: z.string(),
  conclusion: z.string(),
});
export const inspectionWhole = named(
  'InspectionDetail',
  inspectionAnswer.extend({
    team: z.array(z.object({ name: z.string(), part: z.enum(memberParts) })),
    minutes: minutes.nullable().describe(said.minutes),
    findingList: z.array(findingAnswer).describe(said.findings),
    files: z.array(z.string()).describe(said.files),
  }),
);

export function answerWhole(one: OneInspection): z.output<typeof inspectionWhole> {
  const { inspection, team, findings, papers } = one;
  const { place, attendees, course, results, opinions, conclusion } = inspection;
  return {
    ...answerInspection(inspection),
    team: team.map(({ name, part }) => ({ name, part })),
    minutes: inspection.seesMinutes ? { place, attendees, course, results, opinions, conclusion } : null,
    findingList: findings.map(answerFindingRow),
    files: papers.map(({ name }) => name),
  };
}

export const findingWhole = named(
  'FindingDetail',
  findingAnswer.extend({
    answers: z.array(
      z.object({
        id: z.uuid(),
        said: z.string().describe(said.said),
        by: z.string(),
        at: z.iso.datetime(),
        files: z.array(z.string()).describe(said.files),
      }),
    ),
  }),
);

export function answerOneFinding({ finding, answers }: OneFinding): z.output<typeof findingWhole> {
  const told = answers.map(({ id, said: words, by, at, files }) => ({
    id,
    said: words,
    by,
    at: new Date(at).toISOString(),
    files: files.map(({ name }) => name),
  }));
  return { ...answerFindingRow(finding), answers: told };
}
