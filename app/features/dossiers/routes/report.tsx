import { awardName } from '../../awards/text.ts';
import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { keepsTheirs, versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Conditions, StandardState } from '../../awards/routes/Conditions.tsx';
import { findAlikeReports } from '../alike.server.ts';
import { findDossier } from '../one.server.ts';
import { dossierProblems } from '../refusals.text.ts';
import { remarksOn, reportFormFor } from '../report.ts';
import { reportText as said } from '../report.text.ts';
import { findReport, writeReport } from '../reports.server.ts';
import { standardsOf } from '../standards.server.ts';
import { DossierPage } from './DossierPage.tsx';
import { Alike, ReportForm, ReportShown, Remarks } from './ReportParts.tsx';
import type { Route } from './+types/report.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const found = (await findDossier(db, person, askedId(args.params.dossierId))) ?? pageNotFound();
  const nominee = found.nominees.find(({ id }) => id === args.params.nomineeId) ?? pageNotFound();
  const { dossier } = found;
  const [report, standards, alike] = await Promise.all([
    findReport(db, nominee.id),
    standardsOf(db, dossier, nominee, today),
    findAlikeReports(db, person, nominee.id),
  ]);
  const form = reportFormFor(dossier.kind, nominee.awardCode, nominee.holderKind);
  const remarks = report ? remarksOn(form, report, today) : [];
  const isSaved = new URL(args.request.url).searchParams.has('da');
  return { dossier, nominee, report, form, remarks, standards, alike, isSaved };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const nomineeId = askedId(args.params.nomineeId);
  const here = `/khen-thuong/ho-so/${askedId(args.params.dossierId)}/doi-tuong/${nomineeId}`;
  if (keepsTheirs(fields)) return redirect(here);
  const command = { nomineeId, version: versionIn(fields), typed: fields };
  const written = await act(edge, (context) => writeReport(context, command));
  if (written.ok) return redirect(`${here}?da=luu`);
  const isRace = written.refusal.kind === 'lost_race';
  const answer = { fields, isRace, problems: dossierProblems(written.refusal) };
  return data(answer, { status: statusOf(written.refusal) });
}

export default function Report({ loaderData, actionData }: Route.ComponentProps) {
  const { dossier, nominee, report, form, remarks, standards, alike, isSaved } = loaderData;
  const mayWrite = dossier.moves.includes('change');
  return (
    <DossierPage dossier={dossier} part="dossier" title={said.title(nominee.name)}>
      {isSaved && !actionData && <Notice kind="success">{said.saved}</Notice>}
      <p>
        {awardName(nominee.awardCode)} <StandardState state={standards.result} />
      </p>
      {report && <Remarks remarks={remarks} />}
      {mayWrite ? (
        <ReportForm
          dossierId={dossier.id}
          nomineeId={nominee.id}
          form={form}
          report={report}
          typed={actionData?.fields}
          isRace={actionData?.isRace ?? false}
          problems={actionData?.problems ?? []}
        />
      ) : (
        <ReportShown dossierId={dossier.id} form={form} report={report} nomineeId={nominee.id} />
      )}
      <h2>{said.standards}</h2>
      <p className="muted">{said.standardsLead}</p>
      <Conditions explained={standards} />
      <Alike mine={{ dossierId: dossier.id, nomineeId: nominee.id }} alike={alike} />
    </DossierPage>
  );
}
