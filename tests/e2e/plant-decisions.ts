/** A dossier with two nominees that lies before the chairman: where a decision begins. */
import { newId } from '../../app/platform/id.server.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';

export const dossierTitle = 'Về việc đề nghị tặng Bằng khen (mẫu)';
export const nominees = ['Nguyễn Văn Mẫu', 'Trần Thị Mẫu'] as const;

export async function plantDeciding({ db }: App, { people, units }: Cast): Promise<string> {
  const [id, at] = [newId(), new Date()];
  const year = at.getFullYear();
  const by = { entered_by: people.officerOfAn.personId, entered_at: at };
  const sent = { submitted_by: people.headOfAn.personId, submitted_at: at };
  const way = {
    unit_id: units.communeAn,
    to_unit_id: units.province,
    route: 'territory',
    kind: 'merit',
    simplified: 'a',
  };
  const now = { stage: 'deciding', stage_since: at, received_on: `${year}-01-02` };
  await db
    .insertInto('dossier')
    .values({ id, code: 'HS-26-MAUA-MAUB', title: dossierTitle, year, stage: 'draft', stage_since: at, ...by, ...way })
    .execute();
  for (const [position, name] of nominees.entries()) {
    const holderId = newId();
    const holder = { id: holderId, kind: 'person', name, unit_id: units.communeAn, source: 'thử', entered_at: at };
    await db.insertInto('holder').values(holder).execute();
    const nominee = { id: newId(), dossier_id: id, holder_id: holderId, award_code: 'bang-khen-tinh', position };
    await db
      .insertInto('nominee')
      .values({ ...nominee, achievement: 'Việc mẫu' })
      .execute();
  }
  // A list that was handed in is closed: so the stage comes last.
  await db
    .updateTable('dossier')
    .set({ ...sent, ...now })
    .where('id', '=', id)
    .execute();
  return id;
}
