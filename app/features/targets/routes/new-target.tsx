import { data, redirect } from 'react-router';
import { holdsRole } from '../../../kernel/actor.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { unitChoices } from '../../organisation/unit-queries.server.ts';
import { findInForce } from '../list.server.ts';
import { assignTarget } from '../targets.server.ts';
import { figureWords, targetProblems, targetsText } from '../text.ts';
import type { Route } from './+types/new-target.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const query = new URL(args.request.url).searchParams;
  const thisYear = Number(plainDateIn(clock()).slice(0, 4));
  const chosen = {
    indicatorCode: query.get('chi-tieu') ?? '',
    unitCode: query.get('don-vi') ?? '',
    year: Number(query.get('nam') ?? thisYear),
  };
  const [units, indicators, current] = await Promise.all([
    unitChoices(db, person),
    db.selectFrom('indicator').select(['code', 'name', 'unit_of_measure as unit']).orderBy('position').execute(),
    findInForce(db, person, chosen),
  ]);
  return {
    units,
    indicators,
    current: current ?? null,
    chosen,
    id: newId(),
    thisYear,
    mayAssign: holdsRole(person, 'appraiser', 'indicator_owner'),
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const units = await unitChoices(edge.services.db, person);
  const unit = units.find(({ code }) => code === fields['don-vi']);
  const indicatorCode = fields['chi-tieu'] ?? '';
  const missing = [
    ...(indicatorCode
      ? []
      : [{ field: 'chi-tieu', label: targetsText.indicator, message: targetsText.chooseIndicator }]),
    ...(unit ? [] : [{ field: 'don-vi', label: targetsText.unit, message: targetsText.chooseUnit }]),
  ];
  if (!unit || missing.length > 0) return data({ fields, problems: missing, standing: null }, { status: 422 });
  const typed = {
    value: fields['value'] ?? '',
    low: fields['low'] ?? '',
    high: fields['high'] ?? '',
    year: fields['year'] ?? '',
    basis: fields['basis'] ?? '',
  };
  const command = {
    id: mintedId(fields['id']),
    indicatorCode,
    unitId: unit.id,
    typed,
    replaces: fields['thay'] || null,
  };
  const assigned = await act(edge, (context) => assignTarget(context, command));
  if (assigned.ok) return redirect(`/giao-chi-tieu?nam=${typed.year}&da-giao`);
  const { refusal } = assigned;
  const standing = refusal.kind === 'overtaken' ? { id: refusal.id, figure: refusal.figure } : null;
  return data({ fields, problems: targetProblems(refusal), standing }, { status: statusOf(refusal) });
}

export default function NewTarget({ loaderData, actionData }: Route.ComponentProps) {
  const { units, indicators, chosen, id, thisYear, mayAssign } = loaderData;
  const trail = [{ label: targetsText.title, href: '/giao-chi-tieu' }];
  const title = targetsText.newTitle;
  if (!mayAssign)
    return (
      <Page title={title} trail={trail}>
        <title>{title}</title>
        <Empty what={targetsText.forbidden} why={targetsText.forbiddenWhy} />
      </Page>
    );
  const fields = actionData?.fields ?? {};
  const standing = actionData?.standing ?? (actionData ? null : loaderData.current);
  const errorAt = (name: string) => actionData?.problems.find((each) => each.field === name)?.message;
  const indicator = indicators.find(({ code }) => code === (fields['chi-tieu'] ?? chosen.indicatorCode));
  const years = Array.from({ length: 6 }, (_, at) => String(thisYear + at - 1));
  const replaces = standing?.id ?? fields['thay'] ?? '';
  return (
    <Page title={title} trail={trail}>
      <title>{title}</title>
      {standing && (
        <Notice kind="warning">{targetsText.replaces(figureWords(standing.figure, indicator?.unit ?? ''))}</Notice>
      )}
      <Form hidden={{ id: fields['id'] ?? id, thay: replaces }} errors={actionData?.problems} guard="giao-chi-tieu">
        <Field
          type="select"
          name="chi-tieu"
          label={targetsText.indicator}
          value={fields['chi-tieu'] ?? chosen.indicatorCode}
          options={indicators.map(({ code, name, unit }) => ({ value: code, label: `${code} ${name} (${unit})` }))}
          error={errorAt('chi-tieu')}
        />
        <Field
          type="select"
          name="don-vi"
          label={targetsText.unit}
          value={fields['don-vi'] ?? chosen.unitCode}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
          error={errorAt('don-vi')}
        />
        <Field
          type="select"
          name="year"
          label={targetsText.year}
          blank={null}
          value={fields['year'] ?? String(chosen.year)}
          options={years.map((value) => ({ value, label: value }))}
          error={errorAt('year')}
        />
        <Field
          type="number-vi"
          name="value"
          label={targetsText.value}
          hint={targetsText.valueHint}
          value={fields['value']}
          error={errorAt('value')}
        />
        <details open={Boolean(fields['low'] || fields['high'])}>
          <summary>{targetsText.range}</summary>
          <Field type="number-vi" name="low" label={targetsText.low} value={fields['low']} error={errorAt('low')} />
          <Field type="number-vi" name="high" label={targetsText.high} value={fields['high']} error={errorAt('high')} />
        </details>
        <Field
          name="basis"
          label={targetsText.basis}
          hint={targetsText.basisHint}
          width="long"
          value={fields['basis']}
          error={errorAt('basis')}
        />
        <Actions>
          <Button>{targetsText.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
