import { data } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { administrationClosed, edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { kernelRefusal } from '../../../platform/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { FailedLetter } from '../failed-mail.server.ts';
import { failedMail, resendMail } from '../failed-mail.server.ts';
import { jobsPage, retryJob } from '../jobs-page.server.ts';
import { administrationText, jobsText, jobWords } from '../text.ts';
import type { Route } from './+types/jobs.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const jobs = (await jobsPage(db, person)) ?? administrationClosed(person, args.request);
  return { ...jobs, letters: await failedMail(db, person) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const id = fields['id'] ?? '';
  const isMail = fields['viec'] === 'thu';
  const retried = await act(edge, (context) => (isMail ? resendMail(context, id) : retryJob(context, id)));
  if (retried.ok) return { said: isMail ? jobsText.resent : jobsText.retried, isRefused: false };
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
  { key: 'thu-lai', head: jobsText.retry, cell: ({ id }) => <Again id={id} label={jobsText.retry} /> },
];

const letterColumns: readonly Column<FailedLetter>[] = [
  { key: 'tieu-de', head: jobsText.mailSubject, kind: 'name', cell: ({ subject }) => subject },
  { key: 'cho', head: jobsText.mailTo, cell: ({ to }) => to ?? jobsText.mailToNobody },
  { key: 'luc', head: jobsText.mailWritten, cell: ({ writtenAt }) => momentText(writtenAt) },
  { key: 'lan', head: jobsText.attempts, kind: 'number', cell: ({ attempts }) => attempts },
  { key: 'ly-do', head: jobsText.reason, cell: ({ reason }) => <code>{reason}</code> },
  { key: 'gui-lai', head: jobsText.resend, cell: ({ id }) => <Again id={id} label={jobsText.resend} what="thu" /> },
];

export default function Jobs({ loaderData, actionData }: Route.ComponentProps) {
  const { queues, failed, letters } = loaderData;
  const title = jobsText.title(failed.length, letters.length);
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
      <h2>{jobsText.mail}</h2>
      <Table
        caption={jobsText.mail}
        captionHidden
        columns={letterColumns}
        rows={letters}
        rowKey={({ id }) => id}
        empty={<Empty what={jobsText.noMailWhat} why={jobsText.noMailWhy} />}
      />
    </Page>
  );
}

function Again({ id, label, what = 'viec' }: { readonly id: string; readonly label: string; readonly what?: string }) {
  return (
    <Form hidden={{ id, viec: what }}>
      <Button kind="second" small>
        {label}
      </Button>
    </Form>
  );
}
