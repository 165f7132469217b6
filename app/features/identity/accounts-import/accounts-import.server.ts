/** The import of accounts: a file of people, each made or changed by the same commands as one by one. */
import type { Actor } from '../../../kernel/actor.ts';
import { unitsHeld } from '../../../kernel/actor.ts';
import { permitTo } from '../../../kernel/permit.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import type { CellFault, ImportKind, Tell } from '../../../platform/imports/import-kind.ts';
import { planOf } from '../../../platform/imports/import-kind.ts';
import { readTable } from '../../../platform/imports/sheet-table.ts';
import type { Services } from '../../../platform/services.server.ts';
import type { Sheet } from '../../../platform/spreadsheet/sheet.ts';
import { addPerson } from '../people/add.server.ts';
import { mailLink, wholeAddress } from '../people/mail-link.server.ts';
import { changePerson } from '../people/people.server.ts';
import { identityRights } from '../rights.ts';
import { grantRole } from '../roles/roles.server.ts';
import type { IdentityRefusal } from '../text.ts';
import { identityRefusal } from '../text.ts';
import type { AccountChange, NewRole } from './plan.ts';
import { planAccounts } from './plan.ts';
import { readRegister } from './register.server.ts';
import { accountHeadings, changedCells, importFault, sheetText } from './text.ts';

/** The fact `mail` = '1' sends each new person with an address their link by mail. */
export function accountsImport(services: Services): ImportKind {
  return {
    name: 'accounts',
    permit: async (_db, actor) => permitTo(identityRights, 'account.create', actor, placesOf(actor)),
    plan: async (db, sheets, { actor, facts }) => {
      const table = tableIn(sheets);
      const faults: CellFault[] = table
        ? table.missing.filter(isNeeded).map((key) => missing(table.sheet, key))
        : [noTable()];
      if (!table || faults.length > 0) return plan(services, { faults, unchanged: 0, changes: [] }, false);
      const planned = planAccounts(table.rows, await readRegister(db, services.seal, actor));
      const found = planned.faults.map(({ cell, fault }) => ({
        sheet: table.sheet,
        cell,
        message: importFault(fault),
      }));
      return plan(services, { ...planned, faults: found }, facts['mail'] === '1');
    },
    refusalText: (refusal) => identityRefusal(refusal as IdentityRefusal),
  };
}

/** Any place they administer: what each row needs is asked row by row. */
function placesOf(actor: Actor): readonly string[] {
  return unitsHeld(actor, 'administrator');
}

function tableIn(sheets: readonly Sheet[]) {
  return sheets
    .filter((sheet) => sheet.visibility === 'visible')
    .flatMap((sheet) => readTable(sheet, accountHeadings) ?? [])
    .find((table) => !table.missing.includes('username'));
}

const needed: readonly string[] = ['username', 'fullName', 'unitCode'];
const isNeeded = (key: string) => needed.includes(key);
const missing = (sheet: string, key: keyof typeof accountHeadings): CellFault => ({
  sheet,
  cell: null,
  message: sheetText.missing(accountHeadings[key]),
});
const noTable = (): CellFault => ({ sheet: '', cell: null, message: sheetText.noTable });

type Drawn = {
  readonly faults: readonly CellFault[];
  readonly unchanged: number;
  readonly changes: readonly AccountChange[];
};

function plan(services: Services, drawn: Drawn, withMail: boolean) {
  return planOf({
    ...drawn,
    what: (change) => (change.kind === 'create' ? 'created' : 'changed'),
    line: (change) => ({ name: `${change.person.fullName} (${change.username})`, cells: changedCells(change) }),
    apply: (context, changes, tell) => applyAll(context, services, { changes, tell, withMail }),
  });
}

type Work = { readonly changes: readonly AccountChange[]; readonly tell: Tell; readonly withMail: boolean };

async function applyAll(
  context: Context,
  services: Services,
  { changes, tell, withMail }: Work,
): Promise<Result<void>> {
  let done = 0;
  for (const change of changes) {
    const result =
      change.kind === 'create'
        ? await create(context, services, change, withMail)
        : await alter(context, services, change);
    if (!result.ok) return result;
    done += 1;
    if (done % 100 === 0) await tell(done);
  }
  return ok();
}

type Creation = Extract<AccountChange, { readonly kind: 'create' }>;
type Alteration = Extract<AccountChange, { readonly kind: 'change' }>;

async function create(
  context: Context,
  services: Services,
  change: Creation,
  withMail: boolean,
): Promise<Result<void>> {
  const { person, username, role } = change;
  const added = await addPerson(context, services.seal, { person, username });
  if (!added.ok) return added;
  const { personId, link } = added.value;
  if (withMail && link !== undefined && person.email !== null) {
    const to = { personId, name: person.fullName, username, email: person.email };
    await mailLink(context, services, to, wholeAddress(services, link));
  }
  return give(context, personId, role);
}

async function alter(context: Context, services: Services, { known, person, role }: Alteration): Promise<Result<void>> {
  const { personId, version, isActive } = known;
  const changed = await changePerson(context, services.seal, { ...person, personId, version, isActive });
  return changed.ok ? give(context, personId, role) : changed;
}

async function give(context: Context, personId: string, role: NewRole | null): Promise<Result<void>> {
  if (role === null) return ok();
  const granted = await grantRole(context, { personId, ...role, from: null, until: null, basis: null });
  return granted.ok ? ok() : granted;
}
