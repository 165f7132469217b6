/** The people of the story: the cast, with accounts and the common password; and staff of every other unit, without. */
import type { Person, Role } from '../kernel/actor.ts';
import type { PlainDate } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { demoPassword } from '../features/identity/demo-accounts.server.ts';
import { acceptInvitation } from '../features/identity/password/set-password.server.ts';
import { createAccount } from '../features/identity/people/accounts.server.ts';
import { createPerson } from '../features/identity/people/people.server.ts';
import { grantRole } from '../features/identity/roles/roles.server.ts';
import { demoText } from './text.ts';
import type { Stage } from './stage.server.ts';
import { director, instantOf, inTurns, placeOf, play, servicesAt } from './stage.server.ts';

type Part = {
  readonly role: Role;
  readonly unit: string;
  readonly name: string;
  readonly title: string;
  readonly username?: string;
};

export async function bringPeople(stage: Stage, from: PlainDate): Promise<void> {
  const { cast } = stage.story;
  const played = new Set(cast.map(({ role, unit }) => `${role}@${unit}`));
  const staff = staffOf(stage).filter(({ role, unit }) => !played.has(`${role}@${unit}`));
  const at = instantOf(from, 8);
  const enter = async (part: Part): Promise<void> => {
    const person = await bring(stage, part, from);
    const place = `${part.role}@${part.unit}`;
    if (!stage.people.has(place)) stage.people.set(place, person);
    if (part.username === undefined) return;
    stage.people.set(part.username, person);
    const { username } = part;
    const edge = { services: servicesAt(stage, at), actor: director, via: 'setup', address: null } as const;
    const { link } = await play(stage, { at, by: director }, async (context) =>
      expectOk(await createAccount(context, { personId: person.personId, username })),
    );
    const password = { password: demoPassword, again: demoPassword };
    expectOk(await acceptInvitation(edge, link.slice(link.lastIndexOf('/') + 1), password, noBrowser));
  };
  // The cast one by one: it is listed in this order.
  for (const part of cast) await enter(part);
  await inTurns(staff, enter);
}

const noBrowser = { agent: null, oldToken: undefined };

function bring(stage: Stage, part: Part, from: PlainDate): Promise<Person> {
  const { role, name, title } = part;
  const unitId = placeOf(stage, part.unit).id;
  return play(stage, { at: instantOf(from, 8), by: director }, async (context) => {
    const input = { fullName: name, positionTitle: title, unitId, email: null, phone: null };
    const personId = expectOk(await createPerson(context, stage.services.seal, input));
    const given = { personId, role, unitId, from, until: null, basis: stage.story.basis };
    const holdingId = expectOk(await grantRole(context, given));
    const holdings = [{ holdingId, role, unitId }];
    return { kind: 'person', personId, accountId: personId, name, positionTitle: title, homeUnitId: unitId, holdings };
  });
}

function staffOf({ places, communes, story }: Stage): readonly Part[] {
  const owners = new Set(Object.values(story.indicators).map(({ owner }) => owner));
  const bodies = [...places.values()].filter(({ kind }) => bodyKinds.has(kind));
  return [...bodies, ...communes].flatMap(({ code, name }) => {
    const roles = owners.has(code) ? (['officer', 'head', 'indicator_owner'] as const) : (['officer', 'head'] as const);
    return roles.map((role) => {
      const part = demoText.staff[role];
      return { role, unit: code, name: demoText.staffName(part, name), title: demoText.staffTitle(part) };
    });
  });
}

const bodyKinds = new Set(['department', 'management_board', 'party_body', 'front_and_mass_organisation']);
