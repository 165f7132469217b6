import { data } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { kernelRefusal } from '../../../platform/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { jobsPage, retryJob } from '../jobs-page.server.ts';
import { administrationText, jobsText, jobWords } from '../text.ts';
import type { Route } from './+types/jobs.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  return (await jobsPage(edge.services.db, person)) ?? pageForbidden();
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const retried = await act(edge, (context) => retryJob(context, fields['id'] ?? ''));
  if (retried.ok) return { said: jobsText.retried, isRefused: false };
  return data({ said: kernelRefusal(retried.refusal), isRefused: true }, { status: statusOf(retried.refusal) });
}

type Queue = Route.ComponentProps['loaderData']['queues'][number];
type Failed = Route.ComponentProps['loaderData']['failed'][number];

const queueColumns: readonly Column<Queue>[] = [
  { key: 'viec', head: jobsText.kind, kind: 'name', cell: ({ kind }) => jobWords[kind] },
  { key: 'cho', head: jobsText.waiting, kind: 'number', cell: ({ waiting }) => waiting },
  { key: 'chay', head: jobsText.running, kind: 'number', cell: ({ running }) => running },
  { key: 'xong', head: jobsText.done, kind: 'number', cell: ({ done }) => done },
  { key: 'loi', head: jobsText.failed, kind: 'number', cell: ({ failed }) => failed },
  {
    key: 'gan-nhat',
    head: jobsText.lastDone,
    cell: ({ lastDone }) => (lastDone ? momentText(lastDone) : jobsText.never),
  },
];

const failedColumns: readonly Column<Failed>[] = [
  { key: 'viec', head: jobsText.kind, kind: 'name', cell: ({ kind }) => jobWords[kind] },
  { key: 'luc', head: jobsText.at, cell: ({ at }) => momentText(at) },
  { key: 'lan', head: jobsText.attempts, kind: 'number', cell: ({ attempts }) => attempts },
  { key: 'ly-do', head: jobsText.reason, cell: ({ reason }) => <code>{reason}</code> },
  { key: 'thu-lai', head: jobsText.retry, cell: ({ id }) => <Retry id={id} /> },
];

export default function Jobs({ loaderData, actionData }: Route.ComponentProps) {
  const { queues, failed } = loaderData;
  const title = jobsText.title(failed.length);
  return (
    <Page title={title} lead={jobsText.lead} trail={[{ label: administrationText.back, href: '/quan-tri' }]}>
      <title>{title}</title>
      {actionData && <Notice kind={actionData.isRefused ? 'refusal' : 'success'}>{actionData.said}</Notice>}
      <Table caption={jobsText.queues} columns={queueColumns} rows={queues} rowKey={({ kind }) => kind} />
      <h2>{jobsText.failedCaption}</h2>
      <Table
        caption={jobsText.failedCaption}
        captionHidden
        columns={failedColumns}
        rows={failed}
        rowKey={({ id }) => id}
        empty={<Empty what={jobsText.noneWhat} why={jobsText.noneWhy} />}
      />
    </Page>
  );
}

function Retry({ id }: { readonly id: string }) {
  return (
    <Form hidden={{ id }}>
      <Button kind="second" small>
        {jobsText.retry}
      </Button>
    </Form>
  );
}
