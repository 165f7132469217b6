/** Duties as the API answers them. */
import { z } from 'zod';
import { named } from '../../platform/api/openapi.ts';
import { csvOf } from '../../platform/api/operation.ts';
import { dutiesApiText } from './api.text.ts';
import { commitments, dutyKinds, dutyStates } from './duty.ts';
import type { Group, Sums } from './filter.ts';
import type { ListedDuty } from './list.server.ts';
import { dutyText } from './text.ts';

const { fields: said } = dutiesApiText;
const day = z.iso.date();

export const dutyAnswer = named(
  'Duty',
  z.object({
    key: z.string().describe(said.key),
    kind: z.enum(dutyKinds),
    what: z.string().describe(said.what),
    commitment: z.enum(commitments).nullable().describe(said.commitment),
    unit: z.string().describe(said.unit),
    unitName: z.string(),
    dueOn: day.nullable().describe(said.dueOn),
    lastDay: day.nullable().describe(said.lastDay),
    state: z.enum(dutyStates),
    daysLeft: z.int().nullable().describe(said.daysLeft),
    owners: z.array(z.string()).describe(said.owners),
    page: z.string().describe(said.page),
    remindedAt: z.iso.datetime().nullable().describe(said.remindedAt),
    letter: z.string().nullable().describe(said.letter),
  }),
);
export type DutyAnswer = z.output<typeof dutyAnswer>;

export function answerDuty(duty: ListedDuty): DutyAnswer {
  const { key, kind, unit, dueOn, lastDay, state, daysLeft, owners, href } = duty;
  return {
    key,
    kind,
    what: dutyText(duty),
    commitment: duty.commitment ?? null,
    unit: unit.code,
    unitName: unit.name,
    dueOn,
    lastDay,
    state,
    daysLeft,
    owners: owners.map(({ name }) => name),
    page: href,
    remindedAt: duty.remindedAt?.toISOString() ?? null,
    letter: duty.letter?.number ?? null,
  };
}

export const dutiesCsv = csvOf<DutyAnswer>({
  key: ({ key }) => key,
  unit: ({ unit }) => unit,
  unitName: ({ unitName }) => unitName,
  kind: ({ kind }) => kind,
  what: ({ what }) => what,
  dueOn: ({ dueOn }) => dueOn,
  lastDay: ({ lastDay }) => lastDay,
  state: ({ state }) => state,
  daysLeft: ({ daysLeft }) => daysLeft,
  owners: ({ owners }) => owners.join('; '),
  remindedAt: ({ remindedAt }) => remindedAt,
  letter: ({ letter }) => letter,
});

const counts = { late: z.int(), today: z.int(), near: z.int(), to_come: z.int(), unset: z.int() };
export const sumsAnswer = named('DutySums', z.object({ all: z.int(), units: z.int(), ...counts }));
export const unitDuties = named(
  'UnitDuties',
  z.object({ unit: z.string().describe(said.unit), unitName: z.string(), all: z.int(), ...counts }),
);
export type UnitDuties = z.output<typeof unitDuties>;

export const answerSums = (sums: Sums): z.output<typeof sumsAnswer> => sums;

export function answerUnit({ value, name, sums: { units: _one, ...sums } }: Group): UnitDuties {
  return { unit: value, unitName: name, ...sums };
}

export const unitDutiesCsv = csvOf<UnitDuties>({
  unit: ({ unit }) => unit,
  unitName: ({ unitName }) => unitName,
  all: ({ all }) => all,
  late: ({ late }) => late,
  today: ({ today }) => today,
  near: ({ near }) => near,
  to_come: ({ to_come: toCome }) => toCome,
  unset: ({ unset }) => unset,
});
