import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import { findListed } from '../list.server.ts';
import { askLook, looksOf, roundOf } from '../looking-through.server.ts';
import { lookText as said } from '../looking.text.ts';
import { dossierProblems } from '../refusals.text.ts';
import { dossiersText } from '../text.ts';
import type { Route } from './+types/looks.ts';

/** `?ho-so=` offers one dossier beside all that wait. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const asked = new URL(args.request.url).searchParams.get('ho-so');
  const [looks, round, dossier] = await Promise.all([
    looksOf(db, person),
    roundOf(db, person),
    asked === null ? undefined : findListed(db, person, askedId(asked)),
  ]);
  const one = dossier && { id: dossier.id, code: dossier.code, title: dossier.title };
  return { looks, round: round.length, one, ids: [newId(), newId()] };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const dossierId = fields['ho-so'] ? askedId(fields['ho-so']) : null;
  const asked = await act(edge, (context) => askLook(context, { id: mintedId(fields['ma']), dossierId }));
  if (asked.ok) return redirect(`/khen-thuong/ho-so/giong-nhau/${asked.value.id}`);
  return data({ problems: dossierProblems(asked.refusal) }, { status: statusOf(asked.refusal) });
}

export default function Looks({ loaderData, actionData }: Route.ComponentProps) {
  const { looks, round, one, ids } = loaderData;
  const [first = '', second = ''] = ids;
  return (
    <Page title={said.title} lead={said.lead} trail={[{ label: dossiersText.title, href: '/khen-thuong/ho-so' }]}>
      <title>{said.title}</title>
      {one && (
        <Form hidden={{ ma: first, 'ho-so': one.id }} errors={actionData?.problems ?? []}>
          <Button>{said.one(one.code)}</Button>
        </Form>
      )}
      {round > 0 ? (
        <Form hidden={{ ma: second }} errors={one ? [] : (actionData?.problems ?? [])}>
          <Button kind={one ? 'second' : 'primary'}>{said.round(round)}</Button>
        </Form>
      ) : (
        !one && <p className="muted">{said.roundNone}</p>
      )}
      <h2>{said.past}</h2>
      <Table
        caption={said.past}
        captionHidden
        rows={looks}
        rowKey={({ id }) => id}
        empty={<p className="muted">{said.pastNone}</p>}
        columns={[
          {
            key: 'luc',
            head: said.at,
            kind: 'name',
            cell: ({ id, askedAt }) => <a href={`/khen-thuong/ho-so/giong-nhau/${id}`}>{momentText(askedAt)}</a>,
          },
          { key: 'pham-vi', head: said.what, cell: ({ dossiers, dossierCode }) => said.of(dossiers, dossierCode) },
          { key: 'tinh-trang', head: said.state, cell: ({ state }) => said.stateOf(state) },
          { key: 'cap', head: said.found, kind: 'number', cell: ({ pairs }) => pairs },
        ]}
      />
    </Page>
  );
}
