import { data, redirect } from 'react-router';
import { keepsTheirs, versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Criterion } from '../criterion.ts';
import { changeSet } from '../editing.server.ts';
import { TIE_NAMES, tieKey } from '../head-form.ts';
import { pointsText } from '../../../kernel/hundredths.ts';
import type { ShownProblem } from '../text.ts';
import { criterionText as said, headText, setProblems, setsText, tieText } from '../text.ts';
import { askedSet } from './asked-set.ts';
import type { Route } from './+types/set-head.ts';

export async function loader(args: Route.LoaderArgs) {
  const { set } = await askedSet(args, 'change');
  const cap = (points: number | null) => (points === null ? '' : pointsText(points));
  const ties = TIE_NAMES.map((name, at) => {
    const rule = set.tieRules[at];
    return [name, rule ? tieKey(rule) : ''] as const;
  });
  const stored: Readonly<Record<string, string>> = {
    title: set.title,
    source: set.source,
    bonusCap: cap(set.bonusCap),
    penaltyCap: cap(set.penaltyCap),
    ...Object.fromEntries(ties),
  };
  return { set: { id: set.id, title: set.title, version: set.version }, criteria: set.criteria, stored };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.setId);
  const { fields } = await typedIn(args.request);
  if (keepsTheirs(fields)) return redirect(`/tieu-chi/${id}`);
  const of = (name: string) => fields[name] ?? '';
  const typed = {
    title: of('title'),
    source: of('source'),
    bonusCap: of('bonusCap'),
    penaltyCap: of('penaltyCap'),
    ties: TIE_NAMES.map(of),
  };
  const change = { kind: 'head', typed } as const;
  const done = await act(edge, (context) => changeSet(context, { id, version: versionIn(fields), change }));
  if (done.ok) return redirect(`/tieu-chi/${id}?da=head`);
  const { refusal } = done;
  const answer = { fields, isRace: refusal.kind === 'lost_race', problems: setProblems(refusal) };
  return data(answer, { status: statusOf(refusal) });
}

const compared = ['title', 'source', 'bonusCap', 'penaltyCap'] as const;

export default function SetHead({ loaderData, actionData }: Route.ComponentProps) {
  const { set, stored, criteria } = loaderData;
  const here = `/tieu-chi/${set.id}`;
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? stored;
  return (
    <Page
      title={said.settings}
      trail={[
        { label: setsText.title, href: '/tieu-chi' },
        { label: set.title, href: here },
      ]}
    >
      <title>{said.settings}</title>
      <Form version={set.version} errors={actionData?.problems} guard={`bo-tieu-chi-${set.id}`}>
        {actionData?.isRace && (
          <Compare
            fields={compared.map((name) => ({
              label: headText[name],
              mine: fields[name] ?? '',
              theirs: stored[name] ?? '',
            }))}
          />
        )}
        <HeadFields criteria={criteria} fields={fields} problems={actionData?.problems} />
        <Actions>
          <Button>{said.save}</Button>
          <a href={here}>{setsText.back}</a>
        </Actions>
      </Form>
    </Page>
  );
}

type Props = {
  readonly criteria: readonly Criterion[];
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly ShownProblem[] | undefined;
};

function HeadFields({ criteria, fields, problems }: Props) {
  const errorAt = (name: string) => problems?.find(({ field }) => field === name)?.message;
  const rules = [
    { kind: 'fewer_penalties' } as const,
    { kind: 'less_bonus' } as const,
    ...criteria.map(({ code }) => ({ kind: 'points', code }) as const),
  ];
  const options = rules.map((rule) => ({ value: tieKey(rule), label: tieText(rule, criteria) }));
  return (
    <>
      {(['title', 'source'] as const).map((name) => (
        <Field
          key={name}
          type="textarea"
          rows={2}
          name={name}
          label={headText[name]}
          optional={name === 'source'}
          value={fields[name]}
          error={errorAt(name)}
        />
      ))}
      {(['bonusCap', 'penaltyCap'] as const).map((name) => (
        <Field
          key={name}
          name={name}
          label={headText[name]}
          hint={said.capHint}
          optional
          width="short"
          value={fields[name]}
          error={errorAt(name)}
        />
      ))}
      <fieldset className="field">
        <legend>{headText.tie}</legend>
        <p className="hint">{said.tieHint}</p>
        {TIE_NAMES.map((name, at) => (
          <Field
            key={name}
            type="select"
            name={name}
            label={said.tiePlace(at + 1)}
            blank={said.tieBlank}
            value={fields[name]}
            error={errorAt(name)}
            options={options}
          />
        ))}
      </fieldset>
    </>
  );
}
