import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { among } from '../criterion-form.ts';
import type { SetFrom } from '../drafting.server.ts';
import { beginTyped } from '../drafting.server.ts';
import { blockChoices, movementChoices, sourceChoices } from '../list.server.ts';
import { setReviews } from '../procedure.ts';
import { readyNames } from '../ready.ts';
import { mayBegin } from '../rights.server.ts';
import { readyText, reviewText, setProblems, setsText as said } from '../text.ts';
import type { Route } from './+types/new-set.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  if (!(await mayBegin(db, person))) return pageForbidden();
  const [blocks, movements, sources] = await Promise.all([
    blockChoices(db),
    movementChoices(db, person),
    sourceChoices(db, person),
  ]);
  const asked = new URL(args.request.url).searchParams.get('phong-trao') ?? undefined;
  return { blocks, movements, sources, asked, id: newId(), year: Number(plainDateIn(clock()).slice(0, 4)) + 1 };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const of = (name: string) => fields[name] ?? '';
  const idOf = (name: string) => (of(name) === '' ? '' : askedId(of(name)));
  const typed = {
    block: idOf('block'),
    movement: idOf('movement'),
    review: of('review'),
    year: of('year'),
    title: of('title'),
  };
  const command = { id: mintedId(fields['id']), typed, from: fromOf(of('from')) };
  const begun = await act(edge, (context) => beginTyped(context, command));
  if (begun.ok) return redirect(`/tieu-chi/${begun.value.id}?da=begin`);
  const { refusal } = begun;
  const there = refusal.kind === 'set_there_already' ? refusal.setId : undefined;
  return data({ fields, there, problems: setProblems(refusal) }, { status: statusOf(refusal) });
}

function fromOf(text: string): SetFrom {
  if (text === '') return { kind: 'empty' };
  const name = among(readyNames, text);
  return name === undefined ? { kind: 'set', id: askedId(text) } : { kind: 'ready', name };
}

export default function NewSet({ loaderData, actionData }: Route.ComponentProps) {
  const { id, year } = loaderData;
  const problems = actionData?.problems;
  return (
    <Page title={said.begin} lead={said.beginLead} trail={[{ label: said.title, href: '/tieu-chi' }]}>
      <title>{said.begin}</title>
      <Form hidden={{ id: actionData?.fields['id'] ?? id }} errors={problems} guard="bo-tieu-chi-moi">
        {actionData?.there && (
          <p>
            <a href={`/tieu-chi/${actionData.there}`}>{said.openThere}</a>
          </p>
        )}
        <Judged {...loaderData} refused={actionData} />
        <Field
          name="year"
          label={said.year}
          width="short"
          value={actionData?.fields['year'] ?? String(year)}
          error={errorAt(problems, 'year')}
        />
        <Field
          name="title"
          label={said.titleField}
          value={actionData?.fields['title']}
          error={errorAt(problems, 'title')}
        />
        <Field
          type="select"
          name="from"
          label={said.from}
          blank={said.fromEmpty}
          value={actionData?.fields['from']}
          options={sourceOptions(loaderData.sources)}
        />
        <Actions>
          <Button>{said.beginVerb}</Button>
          <a href="/tieu-chi">{said.back}</a>
        </Actions>
      </Form>
    </Page>
  );
}

type Shown = { readonly fields: Readonly<Record<string, string>>; readonly problems: Problems } | undefined;
type Problems = ReturnType<typeof setProblems> | undefined;
type Choices = Pick<Route.ComponentProps['loaderData'], 'blocks' | 'movements' | 'asked'>;

const errorAt = (problems: Problems, name: string) => problems?.find(({ field }) => field === name)?.message;

function Judged({ blocks, movements, asked, refused }: Choices & { readonly refused: Shown }) {
  const named = (list: Choices['blocks']) => list.map((one) => ({ value: one.id, label: one.name }));
  return (
    <>
      <Field
        type="select"
        name="block"
        label={said.block}
        hint={said.forHint}
        blank={said.noBlock}
        value={refused?.fields['block']}
        error={errorAt(refused?.problems, 'block')}
        options={named(blocks)}
      />
      <Field
        type="select"
        name="movement"
        label={said.movement}
        blank={said.noMovement}
        value={refused ? refused.fields['movement'] : asked}
        options={named(movements)}
      />
      <Field
        type="select"
        name="review"
        label={said.review}
        blank={said.noReview}
        value={refused?.fields['review']}
        error={errorAt(refused?.problems, 'review')}
        options={setReviews.map((value) => ({ value, label: reviewText[value] }))}
      />
    </>
  );
}

function sourceOptions(sources: Route.ComponentProps['loaderData']['sources']) {
  const ready = { label: said.fromReady, options: readyNames.map((value) => ({ value, label: readyText[value] })) };
  const sets = { label: said.fromSets, options: sources.map((set) => ({ value: set.id, label: said.fromSet(set) })) };
  return sources.length === 0 ? [ready] : [ready, sets];
}
