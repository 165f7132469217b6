import { data, redirect } from 'react-router';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Table } from '../../../ui/Table.tsx';
import { findListed } from '../list.server.ts';
import type { Candidate } from '../nominee-plan.ts';
import { newHolder } from '../nominee-plan.ts';
import { afterUpload, chooseHolders, doubtsOf } from '../nominees-choosing.server.ts';
import { listHeadings, listImportText as said } from '../nominees-import.text.ts';
import { dossierProblems } from '../refusals.text.ts';
import { dossiersText } from '../text.ts';
import { DossierPage } from './DossierPage.tsx';
import type { Route } from './+types/choose-holders.ts';

/** As many as one page bears; saved, the next ones come. */
const shownAtOnce = 200;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const dossier = (await findListed(db, person, askedId(args.params.dossierId))) ?? pageNotFound();
  const { run, doubts } = (await doubtsOf(edge, askedId(args.params.importId))) ?? pageNotFound();
  if (run.facts['dossierId'] !== dossier.id) return pageNotFound();
  return { dossier, importId: run.id, total: doubts.length, doubts: doubts.slice(0, shownAtOnce) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const chosen = new Map(
    Object.entries(fields).flatMap(([name, value]) => {
      const line = /^dong-(\d+)$/.exec(name)?.[1];
      return line === undefined || value === '' ? [] : [[Number(line), value] as const];
    }),
  );
  const done = await chooseHolders(edge, askedId(args.params.importId), chosen);
  if (done.ok) return redirect(await afterUpload(edge, done.value.importId));
  return data({ fields, problems: dossierProblems(done.refusal) }, { status: statusOf(done.refusal) });
}

const labelOf = ({ name, birthYear, position, unitName }: Candidate) =>
  [name, birthYear === null ? '' : said.born(birthYear), position, unitName].filter(Boolean).join(', ');

export default function ChooseHolders({ loaderData, actionData }: Route.ComponentProps) {
  const { dossier, doubts, total, importId } = loaderData;
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? {};
  return (
    <DossierPage dossier={dossier} part="dossier" title={said.chooseTitle(total)}>
      {doubts.length === 0 ? (
        <p>
          {said.chooseNone} <a href={`/nap-tep/${importId}`}>{said.toPreview}</a>
        </p>
      ) : (
        <>
          <p>{said.chooseLead}</p>
          <Form errors={actionData?.problems ?? []} wide>
            <Table
              caption={said.chooseTitle(total)}
              captionHidden
              rows={doubts}
              rowKey={({ row }) => String(row)}
              columns={[
                { key: 'dong', head: said.line, kind: 'number', cell: ({ row }) => row },
                { key: 'ten', head: dossiersText.nominee, kind: 'name', cell: ({ name }) => name },
                {
                  key: 'tep',
                  head: said.inFile,
                  cell: ({ birthYear, position, unitName }) =>
                    [birthYear && `${listHeadings.birthYear} ${birthYear}`, position, unitName]
                      .filter(Boolean)
                      .join(', '),
                },
                {
                  key: 'ai',
                  head: said.who,
                  cell: ({ row, name, candidates }) => (
                    <Field
                      type="select"
                      name={`dong-${row}`}
                      label={said.whoOf(name, row)}
                      blank={said.blank}
                      value={fields[`dong-${row}`]}
                      options={[
                        ...candidates.map((one) => ({ value: one.id, label: labelOf(one) })),
                        { value: newHolder, label: said.another },
                      ]}
                    />
                  ),
                },
              ]}
            />
            <Actions>
              <Button>{said.save}</Button>
              <a href={`/nap-tep/${importId}`}>{said.toPreview}</a>
            </Actions>
          </Form>
        </>
      )}
    </DossierPage>
  );
}
