import { data, redirect } from 'react-router';
import { keepsTheirs, versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { unitChoices } from '../../organisation/unit-queries.server.ts';
import { decideIndicator } from '../deciding/decide.server.ts';
import type { DecideRefusal } from '../deciding/decide.server.ts';
import { basisField, REPORTING, valueField, yearsIn } from '../deciding/decision.ts';
import { typedOf } from '../deciding/stored.ts';
import { decideRefusalText, decidingText, decisionProblemText, decisionVersions } from '../deciding/text.ts';
import { findDefinition } from '../definitions.server.ts';
import { mayDecide } from '../rights.server.ts';
import type { Route } from './+types/decide.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const definition = (await findDefinition(db, args.params.code)) ?? pageNotFound();
  if (!(await mayDecide(db, person))) return pageForbidden();
  const units = (await unitChoices(db, person)).filter(({ kind }) => kind !== 'village');
  return { definition, units };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const { code } = args.params;
  const command = { code, version: versionIn(fields), typed: fields };
  if (keepsTheirs(fields)) return redirect(`/chi-tieu/${code}`);
  const decided = await act(edge, (context) => decideIndicator(context, command));
  if (decided.ok) return redirect(`/chi-tieu/${code}`);
  const { refusal } = decided;
  return data({ refusal, typed: fields }, { status: statusOf(refusal) });
}

export default function Decide({ loaderData, actionData }: Route.ComponentProps) {
  const { definition, units } = loaderData;
  const title = decidingText.title(definition.name);
  const typed = actionData?.typed ?? typedOf(definition);
  const problems = problemsOf(actionData?.refusal);
  const shared = (name: string) => ({ name, value: typed[name], error: problems.get(name) });
  const unit = definition.unitOfMeasure;
  const isRace = actionData?.refusal.kind === 'lost_race';
  return (
    <Page
      title={title}
      lead={decidingText.lead(definition.code)}
      trail={[
        { label: decidingText.back, href: '/chi-tieu' },
        { label: definition.name, href: `/chi-tieu/${definition.code}` },
      ]}
    >
      <title>{title}</title>
      <blockquote>{definition.wording}</blockquote>
      <Form version={definition.version} errors={errorsOf(actionData?.refusal)} guard={`chi-tieu-${definition.code}`}>
        {isRace && (
          <Compare fields={decisionVersions({ mine: typed, theirs: typedOf(definition), definition, units })} />
        )}
        <Field
          {...shared('co-quan')}
          type="select"
          label={decidingText.owner}
          hint={decidingText.ownerHint}
          blank={decidingText.ownerNone}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Field
          {...shared('muc-goc')}
          type="number-vi"
          unit={unit}
          label={decidingText.baseline}
          hint={decidingText.baselineHint}
          optional
        />
        <Field
          {...shared('nam-goc')}
          label={decidingText.baselineYear}
          hint={decidingText.baselineYearHint}
          width="short"
          optional
        />
        <Field
          {...shared('nguon-goc')}
          label={decidingText.baselineSource}
          hint={decidingText.baselineSourceHint}
          optional
        />
        <fieldset className="field">
          <legend>{decidingText.trajectory}</legend>
          <p className="hint">{decidingText.trajectoryHint}</p>
          {yearsIn(definition).map((year) => (
            <div key={year} className="pair">
              <Field
                {...shared(valueField(year))}
                type="number-vi"
                unit={unit}
                label={decidingText.year(year)}
                optional
              />
              <Field {...shared(basisField(year))} label={decidingText.basis(year)} optional />
            </div>
          ))}
        </fieldset>
        {definition.comparator === 'about' && (
          <Field
            {...shared('dung-sai')}
            type="number-vi"
            unit={unit}
            label={decidingText.tolerance}
            hint={decidingText.toleranceHint}
            optional
          />
        )}
        <Field
          {...shared('nguong')}
          type="number-vi"
          unit="%"
          label={decidingText.margin}
          hint={decidingText.marginHint}
          optional
        />
        <Field
          {...shared('ky')}
          type="select"
          label={decidingText.reporting}
          blank={null}
          options={REPORTING.map((kind) => ({ value: kind, label: decidingText.reportingWords[kind] }))}
        />
        <Choices
          kind="one"
          {...shared('minh-chung')}
          label={decidingText.evidence}
          options={[
            { value: 'co', label: decidingText.evidenceYes },
            { value: 'khong', label: decidingText.evidenceNo },
          ]}
        />
        <Actions>
          <Button>{decidingText.save}</Button>
          <a href={`/chi-tieu/${definition.code}`}>{decidingText.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}

function problemsOf(refusal: DecideRefusal | undefined): ReadonlyMap<string, string> {
  if (refusal?.kind === 'owner_unknown') return new Map([['co-quan', decideRefusalText(refusal)]]);
  if (refusal?.kind !== 'decision_wrong') return new Map();
  return new Map(refusal.problems.map(({ field, problem }) => [field, decisionProblemText(problem)]));
}

function errorsOf(refusal: DecideRefusal | undefined) {
  if (!refusal) return [];
  const fields = [...problemsOf(refusal)].map(([field, message]) => ({ field, message }));
  return fields.length > 0 ? fields : [{ message: decideRefusalText(refusal) }];
}
