import { awardName } from '../../awards/text.ts';
import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import { beginRevocation } from '../drafting.server.ts';
import type { HonourChoice } from '../honour-choices.server.ts';
import { findHonours } from '../honour-choices.server.ts';
import { revocationProblems, revocationText as said } from '../text.ts';
import { GroundFields } from './GroundFields.tsx';
import type { Route } from './+types/new-revocation.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const query = new URL(args.request.url).searchParams;
  const words = query.get('q') ?? '';
  const asked = query.get('khen-thuong');
  const [chosen] = asked === null ? [] : await findHonours(db, person, { id: askedId(asked) });
  if (asked !== null && !chosen) return pageNotFound();
  const found = chosen ? [] : await findHonours(db, person, { words });
  return { words, found, chosen: chosen ?? null, id: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const command = { id: mintedId(fields['ma']), honourId: askedId(fields['khen-thuong']), typed: fields };
  const result = await act(edge, (context) => beginRevocation(context, command));
  if (result.ok) return redirect(`/khen-thuong/huy-bo/${result.value.id}?da=change`);
  return data({ fields, problems: revocationProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function NewRevocation({ loaderData, actionData }: Route.ComponentProps) {
  const { words, found, chosen, id } = loaderData;
  const errorAt = (name: string) => actionData?.problems.find(({ field }) => field === name)?.message;
  return (
    <Page
      title={said.new}
      lead={chosen ? `${said.of(chosen)}, ${chosen.decisionNumber}` : said.find}
      trail={[{ label: said.title, href: '/khen-thuong/huy-bo' }]}
    >
      <title>{said.new}</title>
      {chosen ? (
        <Form
          hidden={{ ma: actionData?.fields['ma'] ?? id, 'khen-thuong': chosen.id }}
          errors={actionData?.problems}
          guard={`huy-bo-${chosen.id}`}
        >
          <GroundFields fields={actionData?.fields ?? {}} errorAt={errorAt} />
          <Actions>
            <Button>{said.save}</Button>
            <a href="/khen-thuong/huy-bo">{said.cancel}</a>
          </Actions>
        </Form>
      ) : (
        <>
          <Filters path="/khen-thuong/huy-bo/moi" verb={said.findVerb}>
            <Field type="search" name="q" label={said.findWords} value={words} />
          </Filters>
          {words !== '' && <Found rows={found} />}
        </>
      )}
    </Page>
  );
}

function Found({ rows }: { readonly rows: readonly HonourChoice[] }) {
  return (
    <Table
      caption={said.found}
      columns={[
        { key: 'ten', head: said.holder, kind: 'name', cell: (row) => `${row.holderName}, ${row.unitName}` },
        { key: 'danh-hieu', head: said.award, cell: (row) => `${awardName(row.awardCode)} (${row.year})` },
        { key: 'qd', head: said.decision, cell: (row) => `${row.decisionNumber}, ${dateText(row.decidedOn)}` },
        {
          key: 'chon',
          head: said.deed,
          cell: (row) => (
            <a href={`/khen-thuong/huy-bo/moi?khen-thuong=${row.id}`} aria-label={`${said.pick}: ${row.holderName}`}>
              {said.pick}
            </a>
          ),
        },
      ]}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p className="muted">{said.nothingFound}</p>}
    />
  );
}
