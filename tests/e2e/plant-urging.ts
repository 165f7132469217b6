/** A draft letter that names one commune, not yet issued: the appraising body's own. */
import { newId } from '../../app/platform/id.server.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';

export async function plantLetter({ db }: App, { people, units }: Cast): Promise<string> {
  const id = newId();
  const texts = { about: 'zqLetter', opening: 'Mở đầu mẫu', closing: 'Đề nghị mẫu', addressees: 'Xã mẫu' };
  const head = { issuer: 'Sở Nội vụ', issuer_parent: '', symbol: '', place: '', recipients: 'Như trên', archive: 'VT' };
  const signing = { authority: '', authority_of: '', office: '', signer: '' };
  const drafted_by = people.appraiser.personId;
  await db
    .insertInto('urging_letter')
    .values({
      id,
      stage: 'draft',
      facts_on: '2026-01-01',
      ...texts,
      ...head,
      ...signing,
      drafted_by,
      drafted_at: new Date(),
    })
    .execute();
  const line = { letter_id: id, position: 0, unit_id: units.communeBinh, unit_name: 'Xã mẫu', kind: 'report' };
  const due = { due_on: '2025-12-01', last_day: '2025-12-01', days_late: 20 };
  await db
    .insertInto('letter_duty')
    .values({ ...line, ...due, duty_key: `report:${id}:${units.communeBinh}`, about: 'Kỳ mẫu' })
    .execute();
  return id;
}
