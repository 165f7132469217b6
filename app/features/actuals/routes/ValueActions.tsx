import { formatVietnamese } from '../../../kernel/decimal.ts';
import type { Refusal } from '../../../kernel/result.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { hasParts } from '../actual.ts';
import type { OneActual } from '../one.server.ts';
import { deedRefusal, deedProblems, entryText, moveText, valueText } from '../text.ts';

type Fields = Readonly<Record<string, string>>;
export type ValueRefused = { readonly fields: Fields; readonly deed: string; readonly refusal: Refusal } | undefined;
type Props = {
  readonly one: OneActual;
  readonly newId: string;
  readonly today: string;
  readonly refused: ValueRefused;
};

/** What this person may do with the value now; the procedure's table says what. */
export function ValueActions(props: Props) {
  const { one, refused } = props;
  const { moves } = one;
  const isFormRefused = refused !== undefined && ['change', 'correct', 'return', 'attach'].includes(refused.deed);
  return (
    <>
      {refused && !isFormRefused && <Notice kind="refusal">{deedRefusal(refused.refusal)}</Notice>}
      {moves.includes('verify') && <Decide {...props} />}
      {moves.includes('change') && (
        <section>
          <h2>{valueText.changeTitle}</h2>
          <FigureForm {...props} deed="change" />
        </section>
      )}
      <Ways one={one} />
      {moves.includes('correct') && (
        <details open={refused?.deed === 'correct'}>
          <summary>{valueText.correctTitle}</summary>
          <p>{valueText.correctLead}</p>
          <FigureForm {...props} deed="correct" />
        </details>
      )}
    </>
  );
}

function Ways({ one }: { readonly one: OneActual }) {
  const ways = (['submit', 'recall', 'withdraw'] as const).filter((way) => one.moves.includes(way));
  if (ways.length === 0) return null;
  return (
    <div className="acts">
      {ways.map((way) => (
        <Form key={way} version={one.row.version} hidden={{ viec: way }}>
          <Button kind={way === 'submit' ? 'primary' : way === 'withdraw' ? 'danger' : 'second'}>
            {moveText[way]}
          </Button>
        </Form>
      ))}
    </div>
  );
}

function Decide({ one, refused }: Props) {
  const error = refused?.deed === 'return' ? deedRefusal(refused.refusal) : undefined;
  const errors = error ? [{ field: 'ly-do', label: valueText.returnReason, message: error }] : [];
  return (
    <section>
      <h2>{valueText.act}</h2>
      <Form version={one.row.version} hidden={{ viec: 'verify' }}>
        <Button>{moveText.verify}</Button>
      </Form>
      <Form version={one.row.version} hidden={{ viec: 'return' }} errors={errors}>
        <Field
          type="textarea"
          rows={3}
          name="ly-do"
          label={valueText.returnReason}
          hint={valueText.returnHint}
          value={refused?.fields['ly-do']}
          error={error}
        />
        <Button kind="second">{moveText.return}</Button>
      </Form>
    </section>
  );
}

/** The figure again: to change it while it is the unit's, or to correct it once it is verified. */
function FigureForm({ one, newId, refused, deed }: Props & { readonly deed: 'change' | 'correct' }) {
  const { row, rule } = one;
  const mine = refused?.deed === deed ? refused : undefined;
  const problems = mine ? deedProblems(mine.refusal, rule) : [];
  const shown = (name: string, stored: string | null) =>
    mine ? mine.fields[name] : stored === null ? undefined : formatVietnamese(stored, undefined, 10);
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  const isRace = mine?.refusal.kind === 'lost_race';
  const prefix = deed === 'correct' ? { moi: mine?.fields['moi'] ?? newId } : {};
  return (
    <Form
      version={row.version}
      hidden={{ viec: deed, ...prefix }}
      errors={problems}
      guard={`so-lieu-${deed}-${row.id}`}
    >
      {isRace && <Versions one={one} fields={mine.fields} />}
      {hasParts(rule) && (
        <>
          <Field
            type="number-vi"
            name="tu"
            label={rule.numeratorName ?? ''}
            value={shown('tu', row.numerator)}
            error={errorAt('tu')}
          />
          <Field
            type="number-vi"
            name="mau"
            label={rule.denominatorName ?? ''}
            value={shown('mau', row.denominator)}
            error={errorAt('mau')}
          />
        </>
      )}
      <Field
        type="number-vi"
        name="so"
        label={hasParts(rule) ? entryText.orValue : rule.name}
        unit={rule.unitOfMeasure}
        hint={entryText.comma}
        optional={hasParts(rule)}
        value={shown('so', row.numerator === null ? row.value : null)}
        error={errorAt('so')}
      />
      <Field
        type="date"
        name="ngay"
        label={entryText.asOfDate}
        width="short"
        value={mine?.fields['ngay'] ?? row.asOfDate}
        error={errorAt('ngay')}
      />
      <Field
        name="nguon"
        label={entryText.source}
        hint={entryText.sourceHint}
        optional
        value={mine?.fields['nguon'] ?? row.source ?? ''}
        error={errorAt('nguon')}
      />
      <Field
        type="textarea"
        rows={2}
        name="ghi-chu"
        label={valueText.note}
        optional
        value={mine?.fields['ghi-chu'] ?? row.note ?? ''}
        error={errorAt('ghi-chu')}
      />
      {deed === 'correct' && (
        <Field
          type="textarea"
          rows={2}
          name="ly-do"
          label={valueText.correctReason}
          value={mine?.fields['ly-do']}
          error={errorAt('ly-do')}
        />
      )}
      <Actions>
        <Button kind="second">{deed === 'correct' ? valueText.correctSave : valueText.save}</Button>
      </Actions>
    </Form>
  );
}

function Versions({ one: { row, rule }, fields }: { readonly one: OneActual; readonly fields: Fields }) {
  const shown = (figure: string | null) => (figure === null ? '' : formatVietnamese(figure, undefined, 10));
  const compared = [
    ...(hasParts(rule)
      ? [
          { label: rule.numeratorName ?? '', mine: fields['tu'] ?? '', theirs: shown(row.numerator) },
          { label: rule.denominatorName ?? '', mine: fields['mau'] ?? '', theirs: shown(row.denominator) },
        ]
      : [{ label: rule.name, mine: fields['so'] ?? '', theirs: shown(row.value) }]),
    { label: entryText.source, mine: fields['nguon'] ?? '', theirs: row.source ?? '' },
    { label: valueText.note, mine: fields['ghi-chu'] ?? '', theirs: row.note ?? '' },
  ];
  return <Compare fields={compared} />;
}
