import { data, redirect } from 'react-router';
import { formatVietnamese } from '../../../kernel/decimal.ts';
import { keepsTheirs, versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { authorChoices, schemeChoices } from '../choices.server.ts';
import { changeInitiative } from '../drafting.server.ts';
import { fieldsOf, servesIn, typedInitiative } from '../initiative-form.ts';
import type { InitiativeContent } from '../initiative.ts';
import { textFields } from '../initiative.ts';
import type { ListedInitiative } from '../list.server.ts';
import { listInitiatives } from '../list.server.ts';
import { authorLine, effectLine, fieldText, initiativeProblems, initiativesText as said } from '../text.ts';
import { InitiativeFields } from './InitiativeFields.tsx';
import type { Route } from './+types/edit-initiative.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const [initiative] = (await listInitiatives(db, person, { ids: [askedId(args.params.initiativeId)] })).rows;
  if (!initiative?.moves.includes('change')) return pageNotFound();
  const [schemes, people] = await Promise.all([schemeChoices(db), authorChoices(db, [initiative.unitId])]);
  return { initiative, stored: storedOf(initiative), schemes, people };
}

function storedOf({ authors, effects, ...row }: ListedInitiative): Readonly<Record<string, string>> {
  const words = Object.fromEntries(textFields.map((field) => [field, row[field]]));
  const fields = {
    ...words,
    kind: row.kind,
    year: String(row.year),
    'gan-voi': row.criterionCode ?? row.schemeCode ?? '',
  };
  return fieldsOf({
    fields,
    authors: authors.map(({ personId, ...author }) => ({
      ...author,
      share: formatVietnamese(author.share),
      person: personId ?? '',
    })),
    effects: effects.map((effect) => ({
      ...effect,
      before: effect.before === null ? '' : formatVietnamese(effect.before),
      after: formatVietnamese(effect.after),
    })),
  });
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.initiativeId);
  const { fields } = await typedIn(args.request);
  if (keepsTheirs(fields)) return redirect(`/sang-kien/${id}`);
  const command = { id, version: versionIn(fields), ...servesIn(fields['gan-voi']), typed: typedInitiative(fields) };
  const changed = await act(edge, (context) => changeInitiative(context, command));
  if (changed.ok) return redirect(`/sang-kien/${id}?da=change`);
  const isRace = changed.refusal.kind === 'lost_race';
  const answer = { fields, isRace, problems: initiativeProblems(changed.refusal) };
  return data(answer, { status: statusOf(changed.refusal) });
}

export default function EditInitiative({ loaderData, actionData }: Route.ComponentProps) {
  const { initiative, stored, schemes, people } = loaderData;
  const mine = actionData?.fields;
  return (
    <Page
      title={said.editTitle}
      lead={initiative.unitName}
      trail={[
        { label: said.title, href: '/sang-kien' },
        { label: initiative.title, href: `/sang-kien/${initiative.id}` },
      ]}
    >
      <title>{said.editTitle}</title>
      <Form version={initiative.version} errors={actionData?.problems} guard={`sang-kien-${initiative.id}`}>
        {actionData?.isRace && mine && <Compare fields={versions(mine, initiative)} />}
        <InitiativeFields
          fields={mine ?? stored}
          schemes={schemes}
          people={people}
          errorAt={(name) => actionData?.problems.find(({ field }) => field === name)?.message}
        />
        <Actions>
          <Button>{said.saveChange}</Button>
          <a href={`/sang-kien/${initiative.id}`}>{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}

function versions(mine: Readonly<Record<string, string>>, theirs: ListedInitiative) {
  const typed = typedInitiative(mine);
  const lines = (rows: readonly string[]) => rows.filter(Boolean).join('; ');
  const stored: InitiativeContent = theirs;
  return [
    ...textFields.map((field) => ({ label: fieldText[field], mine: mine[field] ?? '', theirs: stored[field] })),
    {
      label: said.authors,
      mine: lines(typed.authors.map(authorLine)),
      theirs: lines(stored.authors.map(authorLine)),
    },
    {
      label: said.effects,
      mine: lines(typed.effects.map(effectLine)),
      theirs: lines(stored.effects.map(effectLine)),
    },
  ];
}
