import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { ProgrammeDeed } from '../deeds.server.ts';
import { doOnProgramme } from '../deeds.server.ts';
import type { ListedInspection, ListedProgramme } from '../list.server.ts';
import { findProgramme } from '../one.server.ts';
import { inspectionLook, programmeLook } from '../stage-look.ts';
import {
  inspectionKindText,
  inspectionProblems,
  inspectionsText,
  inspectionStageText,
  programmeMoveText,
  programmeStageText,
} from '../text.ts';
import type { Refused } from './parts.tsx';
import { mineOf, Typed } from './parts.tsx';
import { Lines } from './Lines.tsx';
import type { Route } from './+types/programme.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const found = await findProgramme(edge.services.db, person, askedId(args.params.programmeId));
  return { ...(found ?? pageNotFound()), done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.programmeId);
  const { fields } = await typedIn(args.request);
  const { deed, result } = await doOnProgramme(edge, id, fields, act);
  if (result.ok) return redirect(`/kiem-tra/chuong-trinh/${id}?da=programme.${deed}`);
  const { refusal } = result;
  const answer = { fields, deed, isRace: false, problems: inspectionProblems(refusal) };
  return data(answer, { status: statusOf(refusal) });
}

const columns: readonly Column<ListedInspection>[] = [
  {
    key: 'don-vi',
    head: inspectionsText.unit,
    kind: 'name',
    cell: (row) => <a href={`/kiem-tra/${row.id}`}>{row.unitName}</a>,
  },
  { key: 'ten', head: inspectionsText.name, cell: (row) => row.title },
  { key: 'hinh-thuc', head: inspectionsText.kind, cell: (row) => inspectionKindText[row.kind] },
  { key: 'thoi-gian', head: inspectionsText.days, cell: (row) => inspectionsText.daysOf(row.firstDay, row.lastDay) },
  {
    key: 'buoc',
    head: inspectionsText.stage,
    cell: (row) => <Stage stage={inspectionLook[row.stage]} word={inspectionStageText[row.stage]} />,
  },
];

export default function Programme({ loaderData, actionData }: Route.ComponentProps) {
  const { programme, inspections, done } = loaderData;
  const said = done ? inspectionsText.done[done] : undefined;
  return (
    <Page
      title={programme.title}
      lead={`${programme.unitName} · ${inspectionsText.year} ${programme.year}`}
      trail={[{ label: inspectionsText.programmesTitle, href: '/kiem-tra/chuong-trinh' }]}
      action={<Stage stage={programmeLook[programme.stage]} word={programmeStageText[programme.stage]} />}
    >
      <title>{programme.title}</title>
      {!actionData && said && <Notice kind="success">{said}</Notice>}
      <Facts programme={programme} />
      <h2>{inspectionsText.planned(inspections.length)}</h2>
      {programme.moves.includes('change') && (
        <p>
          <LinkButton
            href={`/kiem-tra/moi?chuong-trinh=${programme.id}`}
            kind={inspections.length === 0 ? 'primary' : 'second'}
          >
            {inspectionsText.addInspection}
          </LinkButton>
        </p>
      )}
      <Table
        caption={inspectionsText.caption}
        captionHidden
        columns={columns}
        rows={inspections}
        rowKey={(row) => row.id}
        empty={<p className="muted">{inspectionsText.plannedNone}</p>}
      />
      <Acts programme={programme} refused={actionData} />
    </Page>
  );
}

function Facts({ programme }: { readonly programme: ListedProgramme }) {
  const { documentNumber, documentDate } = programme;
  const document =
    documentNumber !== null && documentDate !== null
      ? inspectionsText.documentOf(documentNumber, documentDate)
      : inspectionsText.noDocument;
  return (
    <>
      <Pairs
        pairs={[
          { label: inspectionsText.document, value: document },
          { label: inspectionsText.progress, value: inspectionsText.progressOf(programme.held, programme.planned) },
        ]}
      />
      <h2>{inspectionsText.purpose}</h2>
      <Lines text={programme.purpose} />
      {programme.moves.includes('change') && (
        <p>
          <a href={`/kiem-tra/chuong-trinh/${programme.id}/sua`}>{programmeMoveText.change}</a>
        </p>
      )}
    </>
  );
}

type ActsProps = { readonly programme: ListedProgramme; readonly refused: Refused<ProgrammeDeed> };

function Acts({ programme, refused }: ActsProps) {
  const approved = mineOf(refused, 'approve');
  const withdrawn = mineOf(refused, 'withdraw');
  return (
    <>
      {programme.moves.includes('approve') && (
        <section>
          <h2>{inspectionsText.approveTitle}</h2>
          <p>{inspectionsText.approveLead}</p>
          <Form version={programme.version} hidden={{ viec: 'approve' }} errors={approved?.problems}>
            <Typed
              name="number"
              fields={approved?.fields ?? {}}
              problems={approved?.problems}
              hint={inspectionsText.numberHint}
            />
            <Typed name="date" type="date" fields={approved?.fields ?? {}} problems={approved?.problems} />
            <Button kind={programme.planned > 0 ? 'primary' : 'second'}>{programmeMoveText.approve}</Button>
          </Form>
        </section>
      )}
      {programme.moves.includes('withdraw') && (
        <Form version={programme.version} hidden={{ viec: 'withdraw' }} errors={withdrawn?.problems}>
          <Button kind="danger">{programmeMoveText.withdraw}</Button>
        </Form>
      )}
    </>
  );
}
