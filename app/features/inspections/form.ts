/** The rows of a team and the units of a plan, as a form names them. */
import { memberParts } from './inspection.ts';
import type { MemberPart, TypedMember } from './inspection.ts';

type Fields = Readonly<Record<string, string>>;

export const memberName = (at: number) => (at === 0 ? 'member' : `member-${at}`);
export const partName = (at: number) => `part-${at}`;

const mostMembers = 30;

/** Rows without a name are not there; the first row leads where nothing else is said. */
export function teamIn(fields: Fields): readonly TypedMember[] {
  return Array.from({ length: mostMembers }, (_, at) => ({
    name: fields[memberName(at)] ?? '',
    part: partIn(fields, at),
  })).filter(({ name }) => name.trim() !== '');
}

export function partIn(fields: Fields, at: number): MemberPart {
  return memberParts.find((part) => part === fields[partName(at)]) ?? (at === 0 ? 'leader' : 'member');
}

/** As many rows as are filled, and some more. */
export function rowsFor(fields: Fields): number {
  const filled = Array.from({ length: mostMembers }, (_, at) => at).filter((at) => fields[memberName(at)]?.trim());
  return Math.min(mostMembers, Math.max(4, (filled.at(-1) ?? 0) + 3));
}

export function fieldsOfTeam(team: readonly TypedMember[]): Fields {
  return Object.fromEntries(
    team.flatMap(({ name, part }, at) => [
      [memberName(at), name],
      [partName(at), part],
    ]),
  );
}
