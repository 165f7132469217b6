/** What the pages that change one unit load, and how they answer. */
import { data, redirect } from 'react-router';
import type { Refusal } from '../../kernel/result.ts';
import type { Command, Edge } from '../../platform/command.server.ts';
import { act } from '../../platform/command.server.ts';
import { pageNotFound, statusOf, typedIn } from '../../platform/http.server.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import { shaperAt } from './gate.server.ts';
import { faultErrors, refusalErrors } from './errors.text.ts';
import type { Read, UnitTyped } from './unit-form.ts';
import { typedUnit } from './unit-form.ts';
import { unitChoices, unitDetail } from './unit-queries.server.ts';
import type { UnitDone } from './units.server.ts';
import { versionNear } from './versions.ts';

type Asked = { readonly request: Request; readonly code: string };

export async function unitToShape(edge: Edge, { request, code }: Asked) {
  shaperAt(edge, request);
  const { db, clock } = edge.services;
  const detail = (await unitDetail(db, edge.actor, code)) ?? pageNotFound();
  const period = versionNear(detail.unit.versions, plainDateIn(clock())) ?? pageNotFound();
  return { unit: detail.unit, name: detail.name, period, choices: await unitChoices(db, edge.actor) };
}

export type Shaping<Input> = {
  readonly request: Request;
  readonly read: (typed: UnitTyped, fields: Readonly<Record<string, string>>) => Read<Input>;
  readonly command: (input: Input, version: number) => Command<UnitDone, Refusal>;
};

/** Reads the form, does it, and leads to the unit; refused, it answers with what was typed and why. */
export async function shapeUnit<Input>(edge: Edge, { request, read, command }: Shaping<Input>) {
  shaperAt(edge, request);
  const { fields } = await typedIn(request);
  const typed = typedUnit(fields);
  const { input, faults } = read(typed, fields);
  if (input === undefined) return data({ typed, errors: faultErrors(faults), isLost: false }, { status: 422 });
  const result = await act(edge, command(input, Number(fields['version']) || 0));
  if (result.ok) return redirect(`/don-vi/${result.value.code}?xong`);
  const { refusal } = result;
  const isLost = refusal.kind === 'lost_race';
  return data({ typed, errors: isLost ? [] : refusalErrors(refusal), isLost }, { status: statusOf(refusal) });
}
