/** One page for every import: preview with confirm or discard, faults by cell, progress, result. */
import { data, redirect } from 'react-router';
import { importKinds } from '../imports.server.ts';
import { act } from '../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../platform/http.server.ts';
import type { ImportName } from '../platform/imports/import-kind.ts';
import type { ImportRun } from '../platform/imports/import-run.ts';
import { findRun } from '../platform/imports/import-store.server.ts';
import { kindOf } from '../platform/imports/run.server.ts';
import { importNamesText, importRefusal, importText } from '../platform/imports/text.ts';
import { confirmImport, discardImport } from '../platform/imports/upload.server.ts';
import { LinkButton } from '../ui/Button.tsx';
import { momentText } from '../ui/moment.ts';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Progress } from '../ui/Progress.tsx';
import type { Route } from './+types/import-run.ts';
import { Counts, Decide, FaultTable, LineTable } from './import-parts.tsx';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const run = (await findRun(edge.services.db, person, args.params.importId)) ?? pageNotFound();
  return { run };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const { importId } = args.params;
  const aim = { importId, version: Number(fields['version']) || 0 };
  const step = fields['do'] === 'discard' ? discardImport : confirmImport;
  const result = await act(edge, (context) => step(context, (run) => kindOf(importKinds(edge.services), run), aim));
  if (result.ok) return redirect(`/nap-tep/${importId}`);
  const { refusal } = result;
  const kind = importKinds(edge.services).find((one) => one.name === fields['kind']);
  const said = importRefusal(refusal, kind?.refusalText ?? (() => ''));
  return data({ said }, { status: statusOf(refusal) });
}

type Filling = 'nominees' | 'criteria' | 'levels' | 'self_scores';
/** Files that fill one thing, which has its own page. */
const filled: Readonly<Record<Filling, { readonly word: string; readonly at: (facts: ImportRun['facts']) => string }>> =
  {
    nominees: { word: importText.toDossier, at: (facts) => `/khen-thuong/ho-so/${facts['dossierId']}` },
    criteria: { word: importText.toSet, at: (facts) => `/tieu-chi/${facts['set']}` },
    levels: { word: importText.toLevels, at: (facts) => `/xep-loai/${facts['listId']}` },
    self_scores: { word: importText.toCard, at: (facts) => `/cham-diem/phieu/${facts['card']}` },
  };
const isFilling = (kind: ImportName): kind is Filling => kind in filled;
/** Where each other kind is uploaded. */
const uploads: Readonly<Record<Exclude<ImportName, Filling>, string>> = {
  actuals: '/nhap-so-lieu/excel',
  units: '/quan-tri/don-vi/nap',
  blocks: '/quan-tri/khoi-cum/nap',
  accounts: '/quan-tri/nguoi-dung/nap',
  targets: '/giao-chi-tieu/excel',
  pledges: '/dang-ky-chi-tieu/nap',
  plans: '/ke-hoach/nap',
  initiatives: '/sang-kien/excel',
  flags: '/khen-thuong/tham-dinh/canh-bao/excel',
  honours: '/khen-thuong/so/da-khen/excel',
};

function uploadOf({ kind, facts }: ImportRun): string {
  return isFilling(kind) ? `${filled[kind].at(facts)}/excel` : uploads[kind];
}

export default function ImportRunPage({ loaderData, actionData }: Route.ComponentProps) {
  const { run } = loaderData;
  const kind = importNamesText[run.kind];
  const title = titleOf(run);
  return (
    <Page
      title={title}
      lead={importText.lead(run.fileName, momentText(run.createdAt))}
      trail={[{ label: importText.back(kind), href: uploadOf(run) }]}
    >
      <title>{title}</title>
      {actionData && <Notice kind="refusal">{actionData.said}</Notice>}
      <State run={run} />
    </Page>
  );
}

function titleOf({ kind, stage, total, summary }: ImportRun): string {
  const name = importNamesText[kind];
  if (stage !== 'checked') return importText.title(name);
  if (summary.faultCount > 0) return importText.faulty(name, summary.faultCount);
  return total > 0 ? importText.ready(name, total) : importText.title(name);
}

function State({ run }: { readonly run: ImportRun }) {
  const again = (
    <p>
      <LinkButton href={uploadOf(run)} kind="second">
        {importText.again}
      </LinkButton>
    </p>
  );
  switch (run.stage) {
    case 'checked':
      return run.summary.faultCount > 0 ? <Faulty run={run}>{again}</Faulty> : <Ready run={run}>{again}</Ready>;
    case 'queued':
    case 'running':
      return (
        <Progress
          title={importText.progress}
          done={run.done}
          total={run.total}
          state={run.stage === 'queued' ? 'waiting' : 'running'}
          poll={`/nap-tep/${run.id}`}
        />
      );
    case 'done':
      return <Done run={run}>{again}</Done>;
    case 'failed':
      return (
        <>
          <Notice kind="refusal" title={importText.failed}>
            {run.summary.failure ?? importText.failed}
          </Notice>
          {again}
        </>
      );
    case 'discarded':
      return (
        <>
          <Notice kind="info">{importText.discarded}</Notice>
          {again}
        </>
      );
  }
}

type Shown = { readonly run: ImportRun; readonly children: React.ReactNode };

function Done({ run, children }: Shown) {
  return (
    <>
      <Notice kind="success">{importText.done(run.total)}</Notice>
      {isFilling(run.kind) && (
        <p>
          <a href={filled[run.kind].at(run.facts)}>{filled[run.kind].word}</a>
        </p>
      )}
      <LineTable run={run} />
      {children}
    </>
  );
}

function Faulty({ run, children }: Shown) {
  return (
    <>
      <Notice kind="refusal" title={importText.faults(run.summary.faultCount)}>
        {importText.faultsLead}
      </Notice>
      <FaultTable run={run} />
      {run.kind === 'nominees' && (
        <p>
          <LinkButton href={`${uploadOf(run)}/${run.id}`}>{importText.choose}</LinkButton>
        </p>
      )}
      {children}
    </>
  );
}

function Ready({ run, children }: Shown) {
  if (run.total === 0) {
    return (
      <>
        <Notice kind="info">{importText.unchangedAll}</Notice>
        {children}
      </>
    );
  }
  return (
    <>
      <p>{importText.nothingYet}</p>
      <Counts run={run} />
      <LineTable run={run} />
      <Decide run={run} />
    </>
  );
}
