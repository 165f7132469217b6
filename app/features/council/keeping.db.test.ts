/** Councils filled in time, and what may be changed on an agenda. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { members, secretary } from '../../../tests/council.ts';
import type { CouncilDesk } from '../../../tests/council-desk.ts';
import { councilDesk } from '../../../tests/council-desk.ts';
import { people, units } from '../../../tests/world.ts';
import type { Actor, Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { agendaOf } from './agenda.server.ts';
import { changeCouncil, councils, endTerm, membersOf, seatPerson, setUpCouncil } from './councils.server.ts';
import { changeItem } from './planning.server.ts';

const [chair = secretary, second = secretary] = members;
const desks: CouncilDesk[] = [];
const open = async () => {
  const desk = await councilDesk([{ name: 'Nguyễn Văn Mẫu' }]);
  desks.push(desk);
  return desk;
};
after(async () => {
  for (const desk of desks) await desk.leave();
});
const agenda = (desk: CouncilDesk, actor: Actor) => agendaOf(desk.services.db, actor, desk.sessionId);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? 'ok' : result.refusal?.kind);

test('an item is postponed with a reason, and its manner of voting is the council’s where the rule leaves it open', async () => {
  const desk = await open();
  const [item] = await agenda(desk, secretary);
  const change = (what: Parameters<typeof changeItem>[1]['change'], reason = '') =>
    act(desk.edge(secretary), (context) =>
      changeItem(context, { id: desk.sessionId, itemId: item?.id ?? '', change: what, reason }),
    );
  expectOk(await change('secret'));
  assert.equal((await agenda(desk, secretary))[0]?.isSecret, true);
  assert.equal(kindOf(await change('postpone')), 'form_wrong');
  expectOk(await change('postpone', 'Chờ xác minh'));
  assert.equal(kindOf(await change('by_name')), 'item_voted_on');
});

test('a council is set up, changed and filled in time by the secretary of its unit alone', async () => {
  const desk = await open();
  const fields = { name: 'Hội đồng mẫu', decisionNumber: '02/QĐ-MẪU', decidedOn: '2026-02-01' };
  const ofCommune = await act(desk.edge(secretary), (context) =>
    setUpCouncil(context, { id: newId(), unitId: units.communeAn, fields }),
  );
  assert.equal(kindOf(ofCommune), 'not_allowed');
  const id = newId();
  expectOk(await act(desk.edge(secretary), (context) => setUpCouncil(context, { id, unitId: units.province, fields })));
  const seat = (person: Person, post: string) =>
    act(desk.edge(secretary), (context) =>
      seatPerson(context, { id, fields: { person: person.personId, post, from: '2026-02-01' } }),
    );
  expectOk(await seat(chair, 'chair'));
  assert.equal(kindOf(await seat(chair, 'member')), 'sits_already');
  assert.equal(kindOf(await seat(second, 'chair')), 'chair_sits_already');
  const change = (version: number) =>
    act(desk.edge(secretary), (context) =>
      changeCouncil(context, {
        id,
        version,
        fields: { ...fields, quorumNum: '3', quorumDen: '4', ruleSource: 'Quy chế mẫu' },
      }),
    );
  expectOk(await change(1));
  assert.equal(kindOf(await change(1)), 'lost_race');
  const [row] = await councils(desk.services.db, chair).where('council.id', '=', id).execute();
  assert.deepEqual([row?.quorumNum, row?.quorumDen, row?.ruleState], [3, 4, 'read']);
  const [member] = await membersOf(desk.services.db, id);
  expectOk(
    await act(desk.edge(secretary), (context) =>
      endTerm(context, { id, memberId: member?.id ?? '', fields: { until: '2026-06-15' } }),
    ),
  );
  expectOk(await seat(second, 'chair'));
  assert.equal((await councils(desk.services.db, people.officerOfBinh).execute()).length, 0);
});
