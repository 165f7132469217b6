import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { readPage } from '../../../ui/address.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Paging } from '../../../ui/Paging.tsx';
import { doOnConsolidation } from '../deeds.server.ts';
import { findConsolidation, groupsOf } from '../list.server.ts';
import { placements } from '../pieces.ts';
import type { Problem } from '../text.ts';
import { listText, partText, placeVerb, problemsOf } from '../text.ts';
import { PieceView } from './PieceView.tsx';
import type { Route } from './+types/part.ts';

const size = 30;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const one = (await findConsolidation(db, person, askedId(args.params.id))) ?? pageNotFound();
  const part = one.parts.find(({ key }) => key === args.params.part);
  if (!part || !one.isInside) return pageNotFound();
  const { pathname, search } = new URL(args.request.url);
  const page = readPage(search);
  const found = await groupsOf(db, { id: one.id, part: part.key, page, size });
  const isOpen = one.moves.includes('change');
  const head = { id: one.id, title: one.title };
  return { head, part, isOpen, ...found, page, view: { path: pathname, query: search }, fresh: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.id);
  const { fields } = await typedIn(args.request);
  const { deed, result } = await doOnConsolidation(edge, id, { ...fields, muc: args.params.part }, act);
  if (!result.ok)
    return data({ fields, deed, problems: problemsOf(result.refusal) }, { status: statusOf(result.refusal) });
  const { pathname, search } = new URL(args.request.url);
  return redirect(`${pathname}${search}${fields['doan'] ? `#doan-${fields['doan']}` : ''}`);
}

export default function PartPage({ loaderData, actionData }: Route.ComponentProps) {
  const { head, part, isOpen, groups, total, last, order, page, view, fresh } = loaderData;
  const plain = actionData?.deed === 'add' ? undefined : actionData?.problems[0];
  const mine = actionData?.deed === 'add' ? actionData : undefined;
  const isWritten = groups.some(([{ source }]) => source.kind === 'report');
  return (
    <Page
      title={part.heading}
      lead={partText.count(total)}
      trail={[
        { label: listText.title, href: '/bao-cao-tong-hop' },
        { label: head.title, href: `/bao-cao-tong-hop/${head.id}` },
      ]}
    >
      <title>{part.heading}</title>
      {plain && <Notice kind="refusal">{plain.message}</Notice>}
      <div className={isOpen && isWritten ? 'side-by-side' : undefined}>
        {isOpen && <Summary head={head} part={part.key} fresh={fresh} isWritten={isWritten} refused={mine} />}
        <div>
          {groups.length === 0 && <Empty what={partText.empty} why={partText.emptyWhy} />}
          {isOpen && isWritten && <PlaceAll />}
          {groups.map((group) => (
            <PieceView key={group[0].id} consolidationId={head.id} group={group} order={isOpen ? order : undefined} />
          ))}
          <Paging view={view} page={page} last={last} />
        </div>
      </div>
    </Page>
  );
}

type SummaryProps = {
  readonly head: { readonly id: string };
  readonly part: string;
  readonly fresh: string;
  readonly isWritten: boolean;
  readonly refused:
    | { readonly fields: Readonly<Record<string, string>>; readonly problems: readonly Problem[] }
    | undefined;
};

/** One's own words for the part: with what units wrote beside, else folded above the figures. */
function Summary({ head, part, fresh, isWritten, refused }: SummaryProps) {
  const form = (
    <Form
      hidden={{ viec: 'add', moi: refused?.fields['moi'] ?? fresh }}
      errors={refused?.problems}
      guard={`bao-cao-tong-hop-${head.id}-${part}`}
    >
      <Field
        type="textarea"
        rows={isWritten ? 12 : 6}
        name="text"
        label={partText.words}
        hint={isWritten ? partText.wordsHint : undefined}
        value={refused?.fields['text']}
        error={refused?.problems.find(({ field }) => field === 'text')?.message}
      />
      <Actions>
        <Button>{partText.addVerb}</Button>
      </Actions>
    </Form>
  );
  if (!isWritten)
    return (
      <details open={refused !== undefined}>
        <summary>{partText.add}</summary>
        {form}
      </details>
    );
  return (
    <section>
      <h2>{partText.add}</h2>
      {form}
    </section>
  );
}

/** What units wrote in the part, all at once. */
function PlaceAll() {
  return (
    <details>
      <summary>{partText.all}</summary>
      <p className="muted">{partText.allWhat}</p>
      <Form hidden={{ viec: 'place_all' }}>
        <Actions>
          {placements.map((placement) => (
            <Button key={placement} kind="second" small name="cho" value={placement}>
              {placeVerb[placement]}
            </Button>
          ))}
        </Actions>
      </Form>
    </details>
  );
}
