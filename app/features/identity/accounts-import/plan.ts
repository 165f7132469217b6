/**
 * A sheet of people as changes: the username says who is meant. What the sheet leaves empty stays as it is; what already
 * is so is no change, so the same file again does nothing.
 */
import type { Role } from '../../../kernel/actor.ts';
import { personFault, tidyPerson, tidyUsername, usernameFault } from '../people/person.ts';
import type { FieldFault, PersonField, PersonInput } from '../people/person.ts';

export const accountColumns = [
  'username',
  'fullName',
  'positionTitle',
  'unitCode',
  'email',
  'phone',
  'role',
  'roleUnitCode',
] as const;
export type AccountColumn = (typeof accountColumns)[number];

export type SheetRow = {
  readonly text: (column: AccountColumn) => string;
  readonly address: (column: AccountColumn) => string;
};

export type KnownPerson = {
  readonly personId: string;
  readonly version: number;
  readonly isActive: boolean;
  readonly input: PersonInput;
  /** `role unitId`, in force today. */
  readonly holds: ReadonlySet<string>;
};

/** What the rows are held against; every answer is for the administrator who sends the file. */
export type Register = {
  readonly unitOf: (
    code: string,
  ) => { readonly id: string; readonly name: string; readonly isReached: boolean } | undefined;
  readonly roleOf: (word: string) => Role | undefined;
  readonly personOf: (username: string) => KnownPerson | 'out_of_reach' | undefined;
  readonly ownerOfEmail: (email: string) => string | undefined;
  /** What stands against giving the role there, as a kind of refusal. */
  readonly objectionTo: (role: Role, unitId: string) => 'only_from_top' | undefined;
};

export type NewRole = { readonly role: Role; readonly unitId: string };
export type AccountChange =
  | { readonly kind: 'create'; readonly username: string; readonly person: PersonInput; readonly role: NewRole | null }
  | {
      readonly kind: 'change';
      readonly username: string;
      readonly known: Pick<KnownPerson, 'personId' | 'version' | 'isActive' | 'input'>;
      readonly person: PersonInput;
      readonly role: NewRole | null;
    };

export type RowFault =
  | { readonly kind: 'field'; readonly field: PersonField; readonly fault: FieldFault }
  | { readonly kind: 'twice' | 'unit_unknown' | 'unit_not_reached' | 'role_unknown' | 'only_from_top' }
  | { readonly kind: 'username_taken' | 'email_taken' };

export type FoundFault = { readonly cell: string; readonly fault: RowFault };
export type Planned = {
  readonly faults: readonly FoundFault[];
  readonly changes: readonly AccountChange[];
  readonly unchanged: number;
};

export function planAccounts(rows: readonly SheetRow[], register: Register): Planned {
  const faults: FoundFault[] = [];
  const changes: AccountChange[] = [];
  const seen = new Set<string>();
  let unchanged = 0;
  for (const row of rows) {
    const read = readRow(row, register, seen);
    if ('fault' in read) faults.push(read);
    else if (read.change) changes.push(read.change);
    else unchanged += 1;
  }
  return { faults, changes, unchanged };
}

type Read = FoundFault | { readonly change: AccountChange | undefined };

function readRow(row: SheetRow, register: Register, seen: Set<string>): Read {
  const at = (column: AccountColumn, fault: RowFault): FoundFault => ({ cell: row.address(column), fault });
  const username = tidyUsername(row.text('username'));
  const shape = usernameFault(username);
  if (shape) return at('username', { kind: 'field', field: 'username', fault: shape.fault });
  const known = register.personOf(username);
  if (known === 'out_of_reach') return at('username', { kind: 'username_taken' });
  const unit = register.unitOf(row.text('unitCode'));
  if (!unit) return at('unitCode', { kind: 'unit_unknown' });
  if (!unit.isReached) return at('unitCode', { kind: 'unit_not_reached' });
  const person = withKnown(row, unit.id, known?.input);
  const fault = personFault(person);
  if (fault) return at(columnOf(fault.field), { kind: 'field', field: fault.field, fault: fault.fault });
  const repeated = [`name ${username}`, ...(person.email ? [`mail ${person.email}`] : [])].find((key) => seen.has(key));
  if (repeated) return at(repeated.startsWith('name') ? 'username' : 'email', { kind: 'twice' });
  seen.add(`name ${username}`);
  if (person.email) seen.add(`mail ${person.email}`);
  const owner = person.email === null ? undefined : register.ownerOfEmail(person.email);
  if (owner !== undefined && owner !== known?.personId) return at('email', { kind: 'email_taken' });
  const role = readRole(row, register, unit.id);
  if (role && 'fault' in role) return role;
  return { change: changeOf({ username, known, person, role }) };
}

function withKnown(row: SheetRow, unitId: string, known: PersonInput | undefined): PersonInput {
  const typed = tidyPerson({
    fullName: row.text('fullName'),
    positionTitle: row.text('positionTitle'),
    unitId,
    email: row.text('email'),
    phone: row.text('phone'),
  });
  if (!known) return typed;
  return {
    fullName: typed.fullName || known.fullName,
    positionTitle: typed.positionTitle ?? known.positionTitle,
    unitId,
    email: typed.email ?? known.email,
    phone: typed.phone ?? known.phone,
  };
}

function columnOf(field: PersonField): AccountColumn {
  return field === 'unitId' ? 'unitCode' : field;
}

function readRole(row: SheetRow, register: Register, homeUnitId: string): NewRole | FoundFault | null {
  const word = row.text('role');
  if (word === '') return null;
  const role = register.roleOf(word);
  if (!role) return { cell: row.address('role'), fault: { kind: 'role_unknown' } };
  const code = row.text('roleUnitCode');
  const unit = code === '' ? { id: homeUnitId, isReached: true } : register.unitOf(code);
  if (!unit) return { cell: row.address('roleUnitCode'), fault: { kind: 'unit_unknown' } };
  if (!unit.isReached) return { cell: row.address('roleUnitCode'), fault: { kind: 'unit_not_reached' } };
  const objection = register.objectionTo(role, unit.id);
  return objection ? { cell: row.address('role'), fault: { kind: objection } } : { role, unitId: unit.id };
}

type Wanted = {
  readonly username: string;
  readonly known: KnownPerson | undefined;
  readonly person: PersonInput;
  readonly role: NewRole | null;
};

function changeOf({ username, known, person, role }: Wanted): AccountChange | undefined {
  if (!known) return { kind: 'create', username, person, role };
  const { personId, version, isActive, input, holds } = known;
  const missing = role && !holds.has(`${role.role} ${role.unitId}`) ? role : null;
  const isSame = (Object.keys(input) as (keyof PersonInput)[]).every((key) => input[key] === person[key]);
  if (isSame && missing === null) return undefined;
  return { kind: 'change', username, known: { personId, version, isActive, input }, person, role: missing };
}
