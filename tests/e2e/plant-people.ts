/** What concerns one person alone: how to reach them, a message, a role that was lent, a file they brought. */
import { addDays, plainDateIn } from '../../app/kernel/calendar.ts';
import type { Person } from '../../app/kernel/actor.ts';
import { newId } from '../../app/platform/id.server.ts';
import type { App } from './app.ts';

export async function plantPerson({ db, seal }: App, person: Person): Promise<void> {
  const email = 'zqmail@mau.vn';
  await db
    .updateTable('person')
    .set({
      email_sealed: seal.seal('person.email', email),
      email_lookup: seal.lookup('person.email', email),
      phone_sealed: seal.seal('person.phone', '0987650123'),
    })
    .where('id', '=', person.personId)
    .execute();
  const facts = { about: 'snapshot', title: 'zqMessage' };
  await db
    .insertInto('message')
    .values({
      id: newId(),
      person_id: person.personId,
      entry_id: newId(),
      kind: 'snapshot.created',
      facts: JSON.stringify(facts),
      link: '/so-lieu-chot',
      created_at: new Date(),
    })
    .execute();
}

/** That a role is lent is told to colleagues; why, only to whom it concerns. */
export async function plantDelegation({ db }: App, person: Person, to: Person): Promise<void> {
  const day = (offset: number) => addDays(plainDateIn(new Date()), offset);
  const holding_id = person.holdings[0]?.holdingId ?? '';
  const lent = { id: newId(), holding_id, to_person_id: to.personId, reason: 'zqDelegation' };
  await db
    .insertInto('delegation')
    .values({ ...lent, valid_from: day(-1), valid_until: day(5) })
    .execute();
}

export async function plantImport({ db }: App, person: Person, unit_id: string): Promise<string> {
  const hash = '0'.repeat(63) + '1';
  await db
    .insertInto('stored_file')
    .values({ hash, size: 1, media_type: 'text/plain', stored_at: new Date() })
    .execute();
  const id = newId();
  const summary = { counts: {}, faultCount: 0, faults: [], lines: [], digest: '' };
  await db
    .insertInto('import_run')
    .values({
      id,
      kind: 'actuals',
      hash,
      file_name: 'zqImport.xlsx',
      unit_id,
      stage: 'discarded',
      uploaded_by: person.personId,
      created_at: new Date(),
      summary: JSON.stringify(summary),
    })
    .execute();
  return id;
}
