import { data, redirect } from 'react-router';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Table } from '../../../ui/Table.tsx';
import { papersIn } from '../files.server.ts';
import { findDossier } from '../one.server.ts';
import type { NomineeRow } from '../nominee-rows.server.ts';
import { receiversFor } from '../receivers.server.ts';
import type { Part } from '../receiving.ts';
import { decidedAts, goesToRoot, isWhole, partsOf } from '../receiving.ts';
import { awardName } from '../../awards/text.ts';
import { dossierProblems } from '../refusals.text.ts';
import { reportsIn } from '../reports.server.ts';
import { openIn, splitDossier } from '../splitting.server.ts';
import { decidedAtShort, dossiersText, splitText as said } from '../text.ts';
import { DossierPage } from './DossierPage.tsx';
import type { Route } from './+types/split-dossier.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const found = (await findDossier(db, person, askedId(args.params.dossierId))) ?? pageNotFound();
  const { dossier } = found;
  if (!dossier.moves.includes('change')) return pageNotFound();
  const [files, reports, receivers] = await Promise.all([
    papersIn(db, dossier.id),
    reportsIn(db, dossier.id),
    receiversFor(db, dossier.unitId),
  ]);
  const goes = new Map(
    found.nominees.map(({ id }) => [
      id,
      {
        files: files.filter(({ nomineeId }) => nomineeId === id).length,
        isReported: reports.some(({ nomineeId }) => nomineeId === id),
      },
    ]),
  );
  const shared = files
    .filter(({ nomineeId, paper }) => nomineeId === null && paper !== 'submission')
    .map(({ name }) => name);
  const parts = partsOf(openIn(found.nominees), dossier.isToRoot);
  const ids = Object.fromEntries(decidedAts.map((level) => [level, newId()]));
  return { dossier, parts, goes: [...goes], shared, receivers, ids };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.dossierId);
  const { fields } = await typedIn(args.request);
  const parts = Object.fromEntries(
    decidedAts.map((level) => [
      level,
      {
        id: mintedId(fields[`ma-${level}`]),
        toUnitId: askedId(fields[`to-${level}`]),
        title: fields[`title-${level}`] ?? '',
      },
    ]),
  );
  const done = await act(edge, (context) => splitDossier(context, { id, version: versionIn(fields), parts }));
  if (done.ok) return redirect(`/khen-thuong/ho-so/${id}?da=split`);
  return data({ fields, problems: dossierProblems(done.refusal) }, { status: statusOf(done.refusal) });
}

export default function SplitDossier({ loaderData, actionData }: Route.ComponentProps) {
  const { dossier, parts, goes, shared, receivers, ids } = loaderData;
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? {};
  const back = `/khen-thuong/ho-so/${dossier.id}`;
  if (isWhole(parts))
    return (
      <DossierPage dossier={dossier} part="dossier" title={said.title}>
        <Notice kind="info">{said.nothing}</Notice>
        <p>
          <a href={back}>{dossier.title}</a>
        </p>
      </DossierPage>
    );
  const leaving = parts.filter(({ stays }) => !stays);
  const hidden = Object.fromEntries(
    decidedAts.map((level) => [`ma-${level}`, fields[`ma-${level}`] ?? ids[level] ?? '']),
  );
  return (
    <DossierPage dossier={dossier} part="dossier" title={said.title}>
      <p>{said.lead}</p>
      <Form version={dossier.version} hidden={hidden} errors={actionData?.problems ?? []} wide>
        {parts.map((part) => (
          <section key={part.level} aria-label={headOf(part)}>
            <h2>{headOf(part)}</h2>
            <Where part={part} receivers={receivers} fields={fields} dossier={dossier} />
            <Going part={part} goes={new Map(goes)} />
            {!part.stays && <p className="muted">{shared.length > 0 ? said.sharedCopied(shared) : said.sharedNone}</p>}
          </section>
        ))}
        {dossier.paperNumber && leaving.length > 0 && <p>{said.kept(dossier.paperNumber)}</p>}
        <p>{said.editions}</p>
        <Actions>
          <Button>{said.split(leaving.length)}</Button>
          <a href={back}>{said.back}</a>
        </Actions>
      </Form>
    </DossierPage>
  );
}

const headOf = ({ stays, level }: Part<unknown>) =>
  stays ? said.stays(decidedAtShort[level]) : said.leaves(decidedAtShort[level]);

type WhereProps = {
  readonly part: Part<NomineeRow>;
  readonly receivers: Route.ComponentProps['loaderData']['receivers'];
  readonly fields: Readonly<Record<string, string>>;
  readonly dossier: Route.ComponentProps['loaderData']['dossier'];
};

function Where({ part: { level, stays, turns }, receivers, fields, dossier }: WhereProps) {
  const offered = receivers.filter(({ isRoot }) => isRoot === goesToRoot(level));
  if (stays && !turns) return <p>{`${said.to}: ${dossier.toUnitName}`}</p>;
  const [first] = offered;
  if (!first) return <Notice kind="warning">{said.noReceiver}</Notice>;
  return (
    <>
      {turns && <p>{said.turned(first.name)}</p>}
      <Field
        type="select"
        name={`to-${level}`}
        label={said.to}
        blank={null}
        value={fields[`to-${level}`] ?? first.id}
        options={offered.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {!stays && (
        <Field
          name={`title-${level}`}
          label={said.titleOfNew}
          width="long"
          value={fields[`title-${level}`] ?? dossier.title}
        />
      )}
    </>
  );
}

type GoingProps = {
  readonly part: Part<NomineeRow>;
  readonly goes: ReadonlyMap<string, { readonly files: number; readonly isReported: boolean }>;
};

function Going({ part: { level, nominees }, goes }: GoingProps) {
  return (
    <Table
      caption={`${decidedAtShort[level]}: ${said.count(nominees.length)}`}
      rows={nominees}
      rowKey={({ id }) => id}
      columns={[
        { key: 'ten', head: dossiersText.nominee, kind: 'name', cell: ({ name }) => name },
        { key: 'don-vi', head: dossiersText.nomineeUnit, cell: ({ holderUnitName }) => holderUnitName },
        { key: 'danh-hieu', head: dossiersText.award, cell: ({ awardCode }) => awardName(awardCode) },
        {
          key: 'giay-to',
          head: said.files,
          cell: ({ id }) => said.filesOf(goes.get(id)?.files ?? 0, goes.get(id)?.isReported ?? false),
        },
      ]}
    />
  );
}
