import { act } from '../../../platform/command.server.ts';
import { edgeOf, refused, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Page } from '../../../ui/Page.tsx';
import { addPerson } from '../people/add.server.ts';
import { shownAddress } from '../people/mail-link.server.ts';
import { tidyPerson, tidyUsername } from '../people/person.ts';
import { administeredUnits } from '../people/queries.server.ts';
import { administratorAt } from '../session/administrator.server.ts';
import type { Route } from './+types/person-new';
import { PersonForm, typedPerson } from './person-form.tsx';
import { ShownLink } from './person-parts.tsx';
import { peopleText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = administratorAt(edge, args.request);
  return { units: await administeredUnits(edge.services.db, person) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  administratorAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const typed = typedPerson(fields);
  const person = { ...tidyPerson(typed), unitId: typed.unitId === '' ? '' : askedId(typed.unitId) };
  const given = { person, username: tidyUsername(typed.username) };
  const result = await act(edge, (context) => addPerson(context, edge.services.seal, given));
  if (!result.ok) return refused(result.refusal, { typed, made: undefined });
  const { personId, link } = result.value;
  const made = { personId, name: given.person.fullName, link: link && shownAddress(edge.services, args.request, link) };
  return { typed, made, refusal: undefined };
}

const nothing = typedPerson({});

export default function PersonNew({ loaderData, actionData }: Route.ComponentProps) {
  const trail = [{ label: peopleText.title, href: '/quan-tri/nguoi-dung' }];
  const made = actionData?.made;
  return (
    <Page title={peopleText.create} lead={peopleText.createLead} trail={trail}>
      <title>{peopleText.create}</title>
      {made?.link && <ShownLink name={made.name} link={made.link} />}
      {made ? (
        <LinkButton href={`/quan-tri/nguoi-dung/${made.personId}`}>{peopleText.giveRoleNext(made.name)}</LinkButton>
      ) : (
        <PersonForm
          units={loaderData.units}
          typed={actionData?.typed ?? nothing}
          refusal={actionData?.refusal}
          withUsername
        />
      )}
    </Page>
  );
}
