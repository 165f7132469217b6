import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { keepsTheirs } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { secretDuties } from '../../secrecy/list.server.ts';
import { SecretDuties } from '../../secrecy/routes/SecretDuties.tsx';
import { doOnReport } from '../report-deeds.server.ts';
import type { ReportPage } from '../report-page.server.ts';
import { reportPage } from '../report-page.server.ts';
import { reportLook, standingLook } from '../stage-look.ts';
import {
  reportDeedText,
  reportProblems,
  reportStageText,
  reportText,
  roundText,
  secretNote,
  standingText,
} from '../text.ts';
import { Decide, Recall } from './ReportDeeds.tsx';
import { formDeeds, ReportForm } from './ReportForm.tsx';
import { Paragraphs, SentReport } from './SentReport.tsx';
import type { Route } from './+types/report.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const asked = { roundId: askedId(args.params.roundId), unitCode: args.params.code, today: plainDateIn(clock()) };
  const report = (await reportPage(db, person, asked)) ?? pageNotFound();
  const duties = await secretDuties(db, person, { roundId: asked.roundId, unitId: report.unit.unitId });
  return { report, duties, done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const roundId = askedId(args.params.roundId);
  const asked = { roundId, unitCode: args.params.code, today: plainDateIn(clock()) };
  const { unit, sections } = (await reportPage(db, person, asked)) ?? pageNotFound();
  const typed = await typedIn(args.request, { tells: (field) => field.startsWith('muc-') });
  const { fields } = typed;
  const { deed, of, result } = await doOnReport(edge, { roundId, unitId: unit.unitId }, typed, act);
  if (result.ok) return redirect(`/bao-cao/${roundId}/${unit.code}${keepsTheirs(fields) ? '' : `?da=${deed}`}`);
  const isRace = result.refusal.kind === 'lost_race';
  const problems = reportProblems(result.refusal, { sections, paperAt: Number(of) });
  return data({ fields, deed, isRace, problems }, { status: statusOf(result.refusal) });
}

export default function Report({ loaderData, actionData }: Route.ComponentProps) {
  const { report, duties, done } = loaderData;
  const { round, unit, moves, draft, sendings } = report;
  const title = reportText.title(round.name, unit.name);
  const said = reportDeedText(done);
  const isOnForm = actionData && [...formDeeds, 'return'].includes(actionData.deed);
  const isShown = moves.includes('change') && draft !== undefined;
  return (
    <Page
      title={title}
      lead={reportText.lead(dateText(round.dueOn))}
      trail={[{ label: round.name, href: `/ky-bao-cao/${round.id}` }]}
      action={<Standing report={report} />}
    >
      <title>{title}</title>
      {!actionData && said && <Notice kind="success">{said}</Notice>}
      {actionData && !(isOnForm && (isShown || moves.includes('return'))) && (
        <Notice kind="refusal">{actionData.problems[0]?.message ?? ''}</Notice>
      )}
      <Notices report={report} />
      <SecretDuties duties={duties} roundId={round.id} />
      {moves.includes('receive') && <Decide version={report.version} refused={actionData} />}
      {isShown && <ReportForm report={report} draft={draft} refused={actionData} />}
      <LeftOvers leftOver={report.leftOver} />
      {!isShown && sendings.length === 0 && <Empty what={reportText.nothingYet} why={reportText.nothingYetWhy} />}
      <SentReport sendings={sendings} path={`/bao-cao/${round.id}/${unit.code}`} isFolded={isShown} />
      {!moves.includes('receive') && moves.includes('return') && (
        <Decide version={report.version} refused={actionData} isReceived />
      )}
      {moves.includes('recall') && <Recall version={report.version} />}
      <p>
        <a href={`/ky-bao-cao/don-vi/${unit.code}`}>{roundText.history}</a>
      </p>
    </Page>
  );
}

/** The unit reads the stage of its paper; others how the unit stands in the round. */
function Standing({ report: { draft, stage, unit, moves } }: { readonly report: ReportPage }) {
  const isOwn = draft !== undefined || moves.includes('recall');
  return isOwn ? (
    <Stage stage={reportLook[stage]} word={reportStageText[stage]} />
  ) : (
    <Stage stage={standingLook[unit.standing]} word={standingText[unit.standing]} />
  );
}

function Notices({ report }: { readonly report: ReportPage }) {
  const { unit, returnReason, secrets, draft } = report;
  return (
    <>
      {!unit.isActive && (
        <Notice kind="info" title={reportText.mergedTitle}>
          {reportText.merged(unit.name, unit.successors)}
        </Notice>
      )}
      {unit.exemptReason !== null && (
        <Notice kind="info" title={reportText.exemptTitle}>
          {roundText.exemptBecause(unit.exemptReason)}
        </Notice>
      )}
      {returnReason !== null && (
        <Notice kind="warning" title={reportText.returned}>
          {returnReason}
        </Notice>
      )}
      {draft !== undefined &&
        secrets.map((scheme) => (
          <Notice key={scheme.code} kind="info" title={reportText.secretTitle}>
            {secretNote(scheme)}
          </Notice>
        ))}
    </>
  );
}

function LeftOvers({ leftOver }: Pick<ReportPage, 'leftOver'>) {
  if (leftOver.length === 0) return null;
  return (
    <section>
      <h2>{reportText.leftOverTitle}</h2>
      <p className="muted">{reportText.leftOverWhy}</p>
      {leftOver.map(({ heading, body }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          <Paragraphs body={body} />
        </section>
      ))}
    </section>
  );
}
