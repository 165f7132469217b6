import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { endOf, parsePeriod } from '../../../kernel/period.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { secretSchemes } from '../../secrecy/words.server.ts';
import { owedBy } from '../due.server.ts';
import { linesIn } from '../entry-fields.ts';
import { findEntryForm, unitsToReport } from '../form.server.ts';
import { keepForm } from '../keep-form.server.ts';
import { takeLineFiles } from '../line-files.server.ts';
import { periodChoices } from '../period-choices.ts';
import type { LineProblem } from '../text.ts';
import { entryText, lineProblems } from '../text.ts';
import { Chooser } from './Chooser.tsx';
import { EntryForm } from './EntryForm.tsx';
import { OwedList } from './OwedList.tsx';
import type { Route } from './+types/entry.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const query = new URL(args.request.url).searchParams;
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const [units, owed] = await Promise.all([unitsToReport(db, person), owedBy(db, person, clock())]);
  const [unitCode, period] = [query.get('don-vi') ?? '', parsePeriod(query.get('ky') ?? '')];
  const chosen = unitCode !== '' && period ? { unitCode, period } : undefined;
  const form = chosen && ((await findEntryForm(db, person, chosen)) ?? pageNotFound());
  const done = { sent: Number(query.get('da-gui') ?? 0), saved: Number(query.get('da-luu') ?? 0) };
  const asOfDate = form && (endOf(form.period) < today ? endOf(form.period) : today);
  const secrets = form ? await secretSchemes(db) : [];
  return { units, owed, form, asOfDate, done, periods: periodChoices(today), unitCode, today, secrets };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const typed = await typedIn(args.request);
  const { fields } = typed;
  const period = parsePeriod(fields['ky'] ?? '') ?? pageNotFound();
  const chosen = { unitCode: fields['don-vi'] ?? '', period };
  const form = (await findEntryForm(edge.services.db, person, chosen)) ?? pageNotFound();
  const refusedWith = (problems: readonly LineProblem[], status: number) => data({ fields, problems }, { status });
  const lines = linesIn(fields, typed.many('ma'), period.code);
  if (lines.length === 0) return refusedWith([{ message: entryText.empty }], 422);
  const files = await takeLineFiles(edge.services.files, typed.uploads);
  if (!files.ok) return refusedWith(files.refusal.problems, 422);
  const send = fields['viec'] !== 'luu';
  const filled = lines.map((line) => ({ ...line, files: files.value.get(line.indicatorCode) ?? [] }));
  const kept = await act(edge, (context) => keepForm(context, { unitId: form.unit.id, lines: filled, send }));
  if (!kept.ok) {
    const rules = new Map(form.lines.map(({ rule }) => [rule.code, rule]));
    return refusedWith(lineProblems(kept.refusal.lines, rules), statusOf(kept.refusal));
  }
  const done = send ? `da-gui=${kept.value.sent}` : `da-luu=${kept.value.kept}`;
  return redirect(`/nhap-so-lieu?don-vi=${form.unit.code}&ky=${period.code}&${done}`);
}

export default function Entry({ loaderData, actionData }: Route.ComponentProps) {
  const { units, owed, form, asOfDate, done, periods, unitCode, today, secrets } = loaderData;
  const title = form ? entryText.titleOf(form.period.code) : entryText.title;
  return (
    <Page
      title={title}
      lead={form ? form.unit.name : entryText.lead}
      trail={form ? [{ label: entryText.title, href: '/nhap-so-lieu' }] : []}
      action={
        <LinkButton href="/nhap-so-lieu/excel" kind="second">
          {entryText.excel}
        </LinkButton>
      }
    >
      <title>{title}</title>
      {!actionData && done.sent > 0 && <Notice kind="success">{entryText.sent(done.sent)}</Notice>}
      {!actionData && done.saved > 0 && <Notice kind="success">{entryText.saved(done.saved)}</Notice>}
      {units.length === 0 && owed.length === 0 ? (
        <Empty what={entryText.noUnit} why={entryText.noUnitWhy} />
      ) : (
        <>
          {form && asOfDate && (
            <EntryForm form={form} asOfDate={asOfDate} today={today} secrets={secrets} refused={actionData} />
          )}
          {!form && <OwedList owed={owed} withUnit={units.length > 1} />}
          <Chooser units={units} periods={periods} unitCode={unitCode} period={form?.period.code} />
        </>
      )}
    </Page>
  );
}
