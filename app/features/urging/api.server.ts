/** Duties for programs, by token: read as the page reads them; whoever answers is reminded through the page's own command. */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import { isInScope } from '../../kernel/permit.ts';
import { ok } from '../../kernel/result.ts';
import { operation } from '../../platform/api/describe.ts';
import { content } from '../../platform/api/operation.ts';
import type { Content } from '../../platform/api/operation.ts';
import { pageQuery } from '../../platform/api/parameters.ts';
import { problemOf } from '../../platform/api/problem.ts';
import type { Problem } from '../../platform/api/problem.ts';
import { idsFor } from '../../platform/api/sent-rows.server.ts';
import type { Edge } from '../../platform/command.server.ts';
import { act } from '../../platform/command.server.ts';
import { unitCode, unitIdAsked } from '../organisation/api-units.server.ts';
import {
  answerDuty,
  answerSums,
  answerUnit,
  dutiesCsv,
  dutyAnswer,
  sumsAnswer,
  unitDuties,
  unitDutiesCsv,
} from './api-answer.server.ts';
import { dutiesApiText as said } from './api.text.ts';
import { dutyKinds, dutyStates } from './duty.ts';
import { viewOfState } from './filter.ts';
import { dutyList, withReminders } from './list.server.ts';
import { previewOf } from './reminder-preview.ts';
import { sendReminder, stillOwed } from './reminders.server.ts';
import { reminderRefusal } from './text.ts';

const narrow = {
  kind: z.enum(dutyKinds).optional().describe(said.query.kind),
  unit: unitCode.optional().describe(said.query.unit),
};
const query = z.object({
  state: z.enum(dutyStates).optional().describe(said.query.state),
  ...narrow,
  ...pageQuery({ most: 5000, usual: 200 }),
});
const keys = z.array(z.string().max(300)).min(1).max(1000).describe(said.fields.keys);
const chosen = z.strictObject({ keys });
const reminder = z.strictObject({ id: z.uuid().optional().describe(said.fields.id), keys });
const preview = z.object({
  items: z.array(dutyAnswer).describe(said.fields.open),
  people: z.int().describe(said.fields.people),
  already: z.int().describe(said.fields.already),
  nobody: z.int().describe(said.fields.nobody),
  gone: z.int().describe(said.fields.gone),
});
const sent = z.object({
  sent: z.int().describe(said.fields.sent),
  already: z.int().describe(said.fields.already),
});
const notRead = { kind: 'not_scoped', detail: said.notRead } as const;

export const dutyOperations = [
  operation({
    tag: said.tag,
    auth: 'duties:read',
    id: 'listDuties',
    method: 'GET',
    path: '/duties',
    summary: said.list,
    about: said.about,
    query,
    answers: {
      200: { about: said.found, schema: z.object({ items: z.array(dutyAnswer), total: z.int(), sums: sumsAnswer }) },
    },
    csv: dutiesCsv,
    run: async (edge, { query: asked }) => {
      const listed = await listFor(edge, asked);
      if (!listed.ok) return listed.refusal;
      const { rows, total, sums } = listed.value;
      return content({ items: rows.map(answerDuty), total, sums: answerSums(sums) });
    },
  }),
  operation({
    tag: said.tag,
    auth: 'duties:read',
    id: 'listUnitDuties',
    method: 'GET',
    path: '/duties/units',
    summary: said.units,
    about: said.about,
    query: z.object(narrow),
    answers: { 200: { about: said.unitsFound, schema: z.object({ items: z.array(unitDuties) }) } },
    csv: unitDutiesCsv,
    run: async (edge, { query: asked }) => {
      const listed = await listFor(edge, { ...asked, limit: 1, page: 1 });
      return listed.ok ? content({ items: listed.value.groups.map(answerUnit) }) : listed.refusal;
    },
  }),
  operation({
    tag: said.tag,
    auth: 'duties:write',
    id: 'previewReminder',
    method: 'POST',
    path: '/duties/reminders/preview',
    summary: said.preview,
    about: said.previewAbout,
    body: chosen,
    answers: { 200: { about: said.previewed, schema: preview } },
    run: (edge, { body }) => previewFor(edge, body.keys),
  }),
  operation({
    tag: said.tag,
    auth: 'duties:write',
    id: 'sendReminder',
    method: 'POST',
    path: '/duties/reminders',
    summary: said.remind,
    about: said.remindAbout,
    body: reminder,
    takesKey: true,
    problems: ['malformed_request', 'not_allowed', 'refused'],
    answers: { 200: { about: said.reminded, schema: sent } },
    run: (edge, { body, header }) => remindFor(edge, body, header('idempotency-key')),
  }),
];

async function listFor({ services: { db, clock }, actor }: Edge, asked: z.output<typeof query>) {
  const unit = await unitIdAsked(db, asked.unit);
  if (!unit.ok) return unit;
  const view = asked.state === undefined ? 'tat-ca' : viewOfState[asked.state];
  const wanted = { view, kind: asked.kind, unitCode: asked.unit } as const;
  const { limit: size, page } = asked;
  return ok(await dutyList(db, actor, { today: plainDateIn(clock()), query: wanted, by: 'don-vi', page, size }));
}

async function previewFor(
  { services: { db, clock }, actor }: Edge,
  wanted: readonly string[],
): Promise<Content | Problem> {
  if (!isInScope(actor, 'duties:read')) return notRead;
  const today = plainDateIn(clock());
  const owed = await withReminders(db, await stillOwed(db, actor, { keys: wanted, today }));
  const { open, ...counts } = previewOf(owed, today);
  return content({ items: open.map(answerDuty), ...counts, gone: new Set(wanted).size - owed.length });
}

async function remindFor(edge: Edge, body: z.output<typeof reminder>, key: string | null): Promise<Content | Problem> {
  if (!isInScope(edge.actor, 'duties:read')) return notRead;
  const ids = idsFor([body], { actor: edge.actor, what: 'duties/reminders', key });
  if (!ids.ok) return ids.refusal;
  const command = { id: ids.value[0] ?? '', keys: body.keys };
  const done = await act(edge, (context) => sendReminder(context, command));
  return done.ok ? content(done.value) : problemOf(done.refusal, reminderRefusal(done.refusal));
}
