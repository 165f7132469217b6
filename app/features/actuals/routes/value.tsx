import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { keepsTheirs } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { newId } from '../../../platform/id.server.ts';
import { Pairs } from '../../../ui/Facts.tsx';
import { momentText, dateText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { formatVietnamese } from '../../../kernel/decimal.ts';
import { periodText } from '../../indicators/text.ts';
import { hasParts } from '../actual.ts';
import { remarkOn } from '../figures.ts';
import { findActual, lastBefore } from '../one.server.ts';
import type { OneActual } from '../one.server.ts';
import { moves } from '../procedure.ts';
import { lookOf } from '../stage-look.ts';
import { capital, deedRefusal, figureText, remarkText, standingText, valueText } from '../text.ts';
import { doOnValue } from '../value-deeds.server.ts';
import { EvidencePart, HistoryPart, LinePart } from './ValueParts.tsx';
import { ValueActions } from './ValueActions.tsx';
import type { Route } from './+types/value.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const id = args.params.actualId;
  const one = (uuid.test(id) ? await findActual(db, person, id) : undefined) ?? pageNotFound();
  const last = one.isInside ? await lastBefore(db, one.row) : undefined;
  const done = new URL(args.request.url).searchParams.get('da');
  const today = plainDateIn(clock());
  return { one, newId: newId(), done, today, remark: remarkOn(one.row.value, last) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const typed = await typedIn(args.request);
  const id = uuid.test(args.params.actualId) ? args.params.actualId : pageNotFound();
  const { result, deed } = await doOnValue(edge, id, typed, act);
  if (result.ok) return redirect(`/nhap-so-lieu/${result.value.id}${keepsTheirs(typed.fields) ? '' : `?da=${deed}`}`);
  return data({ fields: typed.fields, deed, refusal: result.refusal }, { status: statusOf(result.refusal) });
}

export default function Value({ loaderData, actionData }: Route.ComponentProps) {
  const { one, newId: mintedId, done, remark, today } = loaderData;
  const { row, rule, listed } = one;
  const title = valueText.title(rule.name, row.period);
  const move = moves.find((each) => each === done);
  return (
    <Page
      title={title}
      lead={listed.unitName}
      trail={[{ label: valueText.back, href: '/nhap-so-lieu' }]}
      action={<Stage stage={lookOf(row)} word={standingText(row)} />}
    >
      <title>{title}</title>
      {!actionData && done && (
        <Notice kind="success">
          {move && move !== 'change' && move !== 'correct' ? valueText.done(move) : valueText.saved}
        </Notice>
      )}
      {row.isSuperseded && <Notice kind="info">{valueText.superseded}</Notice>}
      {row.stage === 'returned' && row.returnReason && (
        <Notice kind="warning" title={valueText.returned}>
          {row.returnReason}
        </Notice>
      )}
      {row.stage !== 'verified' && row.stage !== 'returned' && <Notice kind="info">{valueText.unverified}</Notice>}
      {remark && row.stage !== 'verified' && (
        <Notice kind="warning" title={valueText.remarkTitle}>
          {remarkText(remark, rule.decimals)}
        </Notice>
      )}
      <Figures one={one} />
      {one.isInside && (
        <EvidencePart one={one} error={actionData?.deed === 'attach' ? deedRefusal(actionData.refusal) : undefined} />
      )}
      <ValueActions one={one} newId={mintedId} today={today} refused={actionData} />
      {one.line.length > 1 && <LinePart line={one.line} currentId={row.id} />}
      {one.isInside && <HistoryPart deeds={one.deeds} />}
    </Page>
  );
}

function Figures({ one }: { readonly one: OneActual }) {
  const { row, rule, listed, isInside } = one;
  const plain = (figure: string | null) => (figure === null ? '' : formatVietnamese(figure, undefined, 10));
  const parts = hasParts(rule) && row.numerator !== null;
  return (
    <Pairs
      pairs={[
        { label: valueText.figure, value: `${figureText(row.value, rule.decimals)} ${rule.unitOfMeasure}` },
        ...(parts ? [{ label: rule.numeratorName ?? '', value: plain(row.numerator) }] : []),
        ...(parts ? [{ label: rule.denominatorName ?? '', value: plain(row.denominator) }] : []),
        {
          label: valueText.indicator,
          value: <a href={`/chi-tieu/${rule.code}`}>{`${rule.code} ${rule.name}`}</a>,
        },
        { label: valueText.unit, value: <a href={`/don-vi/${listed.unitCode}`}>{listed.unitName}</a> },
        { label: valueText.period, value: capital(periodText(row.period)) },
        { label: valueText.asOfDate, value: dateText(row.asOfDate) },
        { label: valueText.source, value: row.source ?? valueText.none },
        ...(isInside && row.note ? [{ label: valueText.note, value: row.note }] : []),
        ...(isInside && row.correctionReason ? [{ label: valueText.correctionOf, value: row.correctionReason }] : []),
        ...(listed.knownAt ? [{ label: valueText.known, value: momentText(listed.knownAt) }] : []),
      ]}
    />
  );
}
