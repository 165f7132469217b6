import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Table } from '../../../ui/Table.tsx';
import { holders } from '../../awards/award.ts';
import { unitChoices } from '../../register/choices.server.ts';
import { findListed } from '../list.server.ts';
import { nominateList } from '../nominating.server.ts';
import { namesakesAt } from '../nominable.server.ts';
import type { PastedRow } from '../paste.ts';
import { matchOf, mostPasted, readPasted } from '../paste.ts';
import { awardsFor } from '../receiving.ts';
import { dossierProblems } from '../refusals.text.ts';
import { dossiersText, holderKindText, pasteText as said } from '../text.ts';
import { DossierPage } from './DossierPage.tsx';
import type { Route } from './+types/paste-list.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const dossier = await findListed(db, person, askedId(args.params.dossierId));
  if (!dossier?.moves.includes('change')) return pageNotFound();
  const units = await unitChoices(db, person);
  const { here, apart } = awardsFor(dossier);
  const awards = [...here, ...apart].map(({ code, name }) => ({ value: code, label: name }));
  return { dossier, units, awards, newId: newId() };
}

/** Without a choice for each row the list is shown to be looked through; with them it is added. */
export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const rows = readPasted(fields['danh-sach'] ?? '');
  const [unitId, kind] = [askedId(fields['don-vi']), fields['loai'] ?? ''];
  if (fields['viec'] !== 'add' && rows.length > 0 && rows.length <= mostPasted) {
    const names = rows.map(({ name }) => name);
    const known = await namesakesAt(edge.services.db, person, { names, unitId, kind });
    const matched = rows.map((row) => ({ row, match: matchOf(row, known) }));
    return { fields, problems: [], matched, known };
  }
  const dossierId = askedId(args.params.dossierId);
  const command = { id: mintedId(fields['ma']), dossierId, unitId, kind, awardCode: fields['danh-hieu'] ?? '' };
  const chosen = rows.map((row) => ({ ...row, holderId: fields[`dong-${row.line}`] || null }));
  const done = await act(edge, (context) => nominateList(context, edge.services.seal, { ...command, rows: chosen }));
  if (done.ok) return redirect(`/khen-thuong/ho-so/${dossierId}?da=add`);
  const answer = { fields, problems: dossierProblems(done.refusal), matched: [], known: [] };
  return data(answer, { status: statusOf(done.refusal) });
}

export default function PasteList({ loaderData, actionData }: Route.ComponentProps) {
  const { dossier, units, awards, newId: minted } = loaderData;
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? {};
  const problems = actionData?.problems ?? [];
  const matched = actionData?.matched ?? [];
  const isShown = matched.length > 0;
  return (
    <DossierPage dossier={dossier} part="dossier" title={said.title}>
      <p>{said.lead(mostPasted)}</p>
      <Form
        hidden={{ ma: fields['ma'] ?? minted, viec: isShown ? 'add' : 'look' }}
        errors={problems}
        // What was kept of the list would be laid over the look at it, and pressing would look again for ever.
        guard={isShown ? undefined : `danh-sach-${dossier.id}`}
        wide
      >
        <Field
          type="select"
          name="loai"
          label={dossiersText.nomineeKind}
          blank={null}
          value={fields['loai']}
          options={holders.map((value) => ({ value, label: holderKindText[value] }))}
        />
        <Field
          type="select"
          name="don-vi"
          label={dossiersText.nomineeUnit}
          blank={null}
          value={fields['don-vi'] ?? dossier.unitId}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field
          type="select"
          name="danh-hieu"
          label={dossiersText.award}
          blank={null}
          value={fields['danh-hieu']}
          options={awards}
        />
        <Field
          type="textarea"
          rows={10}
          name="danh-sach"
          label={said.list}
          hint={said.hint}
          value={fields['danh-sach']}
          error={problems.find(({ field }) => field === 'danh-sach')?.message}
        />
        {isShown && <Matched matched={matched} known={actionData?.known ?? []} />}
        <Actions>
          <Button>{isShown ? said.add(matched.length) : said.look}</Button>
          <a href={`/khen-thuong/ho-so/${dossier.id}`}>{dossiersText.cancel}</a>
        </Actions>
      </Form>
    </DossierPage>
  );
}

type MatchedProps = {
  readonly matched: readonly { readonly row: PastedRow; readonly match: ReturnType<typeof matchOf> }[];
  readonly known: readonly { readonly id: string; readonly name: string; readonly positionTitle: string | null }[];
};

/** Each row with who it is taken for: it may be changed before anything is added. */
function Matched({ matched, known }: MatchedProps) {
  const labels = new Map(known.map((one) => [one.id, [one.name, one.positionTitle].filter(Boolean).join(', ')]));
  const idsOf = (match: MatchedProps['matched'][number]['match']) =>
    match.kind === 'one' ? [match.holderId] : match.kind === 'several' ? match.holderIds : [];
  return (
    <Table
      caption={said.matched}
      rows={matched}
      rowKey={({ row }) => String(row.line)}
      columns={[
        { key: 'dong', head: said.line, kind: 'number', cell: ({ row }) => row.line },
        { key: 'ten', head: dossiersText.nominee, kind: 'name', cell: ({ row }) => row.name },
        { key: 'chuc-vu', head: said.position, cell: ({ row }) => row.position },
        { key: 'thanh-tich', head: dossiersText.achievement, cell: ({ row }) => row.achievement },
        {
          key: 'so',
          head: said.inRegister,
          cell: ({ row, match }) => (
            <Field
              type="select"
              name={`dong-${row.line}`}
              label={said.rowOf(row.name)}
              blank={said.enterNew}
              value={match.kind === 'one' ? match.holderId : ''}
              options={idsOf(match).map((id) => ({ value: id, label: labels.get(id) ?? row.name }))}
            />
          ),
        },
      ]}
    />
  );
}
