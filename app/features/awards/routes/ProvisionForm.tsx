import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import type { FieldError } from '../../../ui/ErrorSummary.tsx';
import type { Option } from '../../../ui/Field.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { factStates } from '../award.ts';
import { ABOUT } from '../law/draft.ts';
import type { Drawn } from '../law/drawn.ts';
import { formText as said } from '../law/form.text.ts';
import { CLOCK_TEXT, HOLDER_TEXT, STATE_MARK } from '../law/law.text.ts';
import type { Line } from '../law/provision.ts';
import { FactFields } from './FactFields.tsx';
import { RuleRows } from './RuleRows.tsx';

export type ProvisionFormProps = {
  readonly line: Line;
  readonly drawn: Drawn;
  readonly problems: readonly FieldError[];
  readonly sets: readonly Option[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly mayReplace: boolean;
};

/** When it holds, on which text, what it lays down by the fields of its kind, and why. Enter only looks; nothing but its own button proposes. */
export function ProvisionForm({ line, drawn, problems, sets, hidden, mayReplace }: ProvisionFormProps) {
  const { fields, rows } = drawn;
  const usual = (name: string) => ({
    name,
    value: fields[name],
    error: problems.find(({ field }) => field === name)?.message,
  });
  const isNewEntry = line.kind === 'award' && line.award === null;
  const about = {
    loai: line.kind,
    'so-dong': String(rows.length),
    ...(!isNewEntry && { 'danh-hieu': line.award ?? '' }),
  };
  return (
    <Form wide hidden={{ ...hidden, ...about }} errors={problems}>
      <div className="acts">
        <Button kind="second" small name="viec" value="see">
          {said.see}
        </Button>
        <Button kind="plain" small name="viec" value="update">
          {said.update}
        </Button>
      </div>
      {isNewEntry && <Field {...usual('danh-hieu')} label={said.code} hint={said.codeHint} width="medium" optional />}
      {line.kind === 'award' && !isNewEntry && <p className="muted">{said.entryHint}</p>}
      <Item line={line} sets={sets} {...usual('muc')} />
      <fieldset className="field">
        <legend>{said.when}</legend>
        <div className="row-fields">
          <Field type="date" {...usual('tu-ngay')} label={said.from} />
          <Field type="date" {...usual('den-ngay')} label={said.until} hint={said.untilHint} optional />
          {line.kind === 'rule' && <Field {...usual('tu-nam')} label={said.forYears} width="short" optional />}
        </div>
      </fieldset>
      {mayReplace && (
        <Checkbox name="thay" label={said.replace} hint={said.replaceHint} checked={fields['thay'] === 'on'} />
      )}
      <fieldset className="field">
        <legend>{said.text}</legend>
        <div className="row-fields">
          <Field {...usual('nguon')} label={said.source} hint={said.sourceHint} width="medium" />
          <Field {...usual('dieu')} label={said.article} hint={said.articleHint} optional />
        </div>
        <Field {...usual('can-cu')} label={said.basis} width="long" optional />
        <Field
          type="select"
          {...usual('muc-do')}
          label={said.state}
          options={factStates.map((value) => ({ value, label: STATE_MARK[value] }))}
        />
      </fieldset>
      {line.kind === 'rule' ? (
        <RuleRows rows={rows} problems={problems} />
      ) : (
        <FactFields kind={line.kind} usual={usual} sets={sets} />
      )}
      <Field type="textarea" rows={3} {...usual('ly-do')} label={said.reason} />
      <div className="acts">
        <Button name="viec" value="propose">
          {said.propose}
        </Button>
        <Button kind="second" name="viec" value="see">
          {said.see}
        </Button>
      </div>
    </Form>
  );
}

type ItemProps = Pick<ProvisionFormProps, 'line' | 'sets'> & {
  readonly name: string;
  readonly value: string | undefined;
  readonly error: string | undefined;
};

function Item({ line, sets, ...usual }: ItemProps) {
  const { item } = ABOUT[line.kind];
  const ofText = (text: Readonly<Record<string, string>>) =>
    Object.entries(text).map(([value, label]) => ({ value, label }));
  if (item === 'none') return null;
  if (item === 'own') return line.item === '' ? null : <input type="hidden" name="muc" value={line.item} />;
  const options = { holder: ofText(HOLDER_TEXT), clock: ofText(CLOCK_TEXT), rule_set: sets }[item];
  return <Field type="select" {...usual} label={said.item[item]} options={options} />;
}
