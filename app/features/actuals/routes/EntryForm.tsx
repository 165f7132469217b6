import { fileTypes } from '../../../platform/files/file-types.ts';
import { formatVietnamese } from '../../../kernel/decimal.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { hasParts } from '../actual.ts';
import type { EntryFacts } from '../check-entry.ts';
import { lineField } from '../entry-fields.ts';
import type { EntryForm as FormData, FormLine } from '../form.server.ts';
import type { LineProblem } from '../text.ts';
import { entryText, figureText } from '../text.ts';

type Refused =
  | { readonly fields: Readonly<Record<string, string>>; readonly problems: readonly LineProblem[] }
  | undefined;
type Drawn = { readonly line: FormLine; readonly refused: Refused };

const accepted = Object.values(fileTypes)
  .flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
  .join(',');

/** The form of one unit and period: a line for each indicator, one date and one source for all. */
export function EntryForm({
  form,
  asOfDate,
  today,
  secrets,
  refused,
}: {
  readonly form: FormData;
  readonly asOfDate: string;
  readonly today: string;
  readonly secrets: EntryFacts['secrets'];
  readonly refused: Refused;
}) {
  const { unit, period, lines } = form;
  if (lines.length === 0) return <Empty what={entryText.nothing} why={entryText.nothingWhy} />;
  const fields = refused?.fields ?? {};
  const errorAt = (name: string) => refused?.problems.find(({ field }) => field === name)?.message;
  const isOpen = lines.some(mayFill);
  const first = lines.find(({ asOfDate: date }) => date !== null);
  return (
    <Form
      multipart
      hidden={{ 'don-vi': unit.code, ky: period.code }}
      errors={refused?.problems}
      guard={`nhap-${unit.code}-${period.code}`}
      offline={{
        check: 'entry',
        title: entryText.waiting(period.code, unit.name),
        facts: factsOf(form, today, secrets),
      }}
    >
      {isOpen && <p className="muted">{entryText.comma}</p>}
      {lines.map((line) =>
        mayFill(line) ? (
          <OpenLine key={line.rule.code} line={line} refused={refused} />
        ) : (
          <ClosedLine key={line.rule.code} line={line} />
        ),
      )}
      {isOpen && (
        <>
          <Field
            type="date"
            name="ngay"
            label={entryText.asOfDate}
            width="short"
            value={fields['ngay'] ?? first?.asOfDate ?? asOfDate}
            error={errorAt('ngay')}
          />
          <Field
            name="nguon"
            label={entryText.source}
            hint={entryText.sourceHint}
            optional
            value={fields['nguon'] ?? lines.find(({ source }) => source !== null)?.source ?? ''}
            error={errorAt('nguon')}
          />
          <Actions remark={entryText.remark}>
            <Button name="viec" value="gui">
              {entryText.send}
            </Button>
            <Button name="viec" value="luu" kind="second">
              {entryText.save}
            </Button>
          </Actions>
        </>
      )}
    </Form>
  );
}

function factsOf({ unit, period, lines }: FormData, today: string, secrets: EntryFacts['secrets']): EntryFacts {
  const open = lines.filter(mayFill).map(({ rule, evidence }) => ({ rule, evidence }));
  return { today, secrets, period: period.code, unitFrom: unit.from, unitUntil: unit.until, lines: open };
}

function mayFill({ stage }: FormLine): boolean {
  return stage === null || stage === 'entered' || stage === 'returned';
}

function OpenLine({ line, refused }: Drawn) {
  const { rule, id, version } = line;
  const { code } = rule;
  const standing = refused?.problems.find((problem) => problem.standing === code);
  return (
    <div>
      <input type="hidden" name="ma" value={code} />
      <input type="hidden" name={lineField.id(code)} value={id} />
      {version !== null && <input type="hidden" name={lineField.version(code)} value={version} />}
      {standing && <TwoVersions line={line} refused={refused} />}
      {hasParts(rule) ? <PartsFields line={line} refused={refused} /> : <ValueField line={line} refused={refused} />}
      {rule.evidenceRequired && (
        <Field
          type="file"
          name={lineField.file(code)}
          label={entryText.evidence}
          note={code}
          accept={accepted}
          hint={line.evidence > 0 ? entryText.evidenceThere(line.evidence) : entryText.evidenceNeeded}
          error={refused?.problems.find(({ field }) => field === lineField.file(code))?.message}
        />
      )}
    </div>
  );
}

function ValueField({ line, refused }: Drawn) {
  const { rule } = line;
  const name = lineField.value(rule.code);
  return (
    <Field
      type="number-vi"
      name={name}
      label={rule.name}
      note={entryText.code(rule.code, rule.unitOfMeasure)}
      hint={hintOf(line)}
      unit={rule.unitOfMeasure}
      value={valueAt(name, shownFigure(line.figure?.value), refused)}
      error={problemAt(name, refused)}
    />
  );
}

/** A share is asked for by its parts: only they can be added up over units. */
function PartsFields({ line, refused }: Drawn) {
  const { rule, figure } = line;
  const names = {
    numerator: lineField.numerator(rule.code),
    denominator: lineField.denominator(rule.code),
    value: lineField.value(rule.code),
  };
  const bare = figure !== null && figure.numerator === null ? figure.value : undefined;
  return (
    <fieldset className="field">
      <legend>
        {rule.name}
        <small>{entryText.code(rule.code, rule.unitOfMeasure)}</small>
      </legend>
      <p className="hint">
        {hintOf(line)} {entryText.parts}
      </p>
      <Field
        type="number-vi"
        name={names.numerator}
        label={rule.numeratorName ?? ''}
        value={valueAt(names.numerator, shownFigure(figure?.numerator), refused)}
        error={problemAt(names.numerator, refused)}
      />
      <Field
        type="number-vi"
        name={names.denominator}
        label={rule.denominatorName ?? ''}
        value={valueAt(names.denominator, shownFigure(figure?.denominator), refused)}
        error={problemAt(names.denominator, refused)}
      />
      <details open={bare !== undefined || valueAt(names.value, undefined, refused) ? true : undefined}>
        <summary>{entryText.noParts}</summary>
        <Field
          type="number-vi"
          name={names.value}
          label={entryText.orValue}
          unit={rule.unitOfMeasure}
          optional
          value={valueAt(names.value, shownFigure(bare), refused)}
          error={problemAt(names.value, refused)}
        />
      </details>
    </fieldset>
  );
}

function hintOf({ rule, last, returnReason }: FormLine): string {
  const before = last ? entryText.last(figureText(last.value, rule.decimals), last.period) : entryText.noLast;
  const came = returnReason === null ? '' : `${entryText.returned(returnReason)} · `;
  return `${came}${before}`;
}

function TwoVersions({ line, refused }: Drawn) {
  const { rule, figure } = line;
  const typed = (name: string) => refused?.fields[name] ?? '';
  const parts = [
    { label: rule.numeratorName, name: lineField.numerator(rule.code), theirs: figure?.numerator },
    { label: rule.denominatorName, name: lineField.denominator(rule.code), theirs: figure?.denominator },
  ];
  const fields = [
    { label: rule.name, mine: typed(lineField.value(rule.code)), theirs: shownFigure(figure?.value) ?? '' },
    ...(hasParts(rule) ? parts : []).map(({ label, name, theirs }) => ({
      label: label ?? '',
      mine: typed(name),
      theirs: shownFigure(theirs) ?? '',
    })),
  ];
  return <Compare fields={fields} name={lineField.choice(rule.code)} />;
}

function ClosedLine({ line }: { readonly line: FormLine }) {
  const { rule, id, stage, figure } = line;
  const isVerified = stage === 'verified';
  return (
    <p className="closed-line">
      <b>{rule.name}</b> <small>{entryText.code(rule.code, rule.unitOfMeasure)}</small>
      <br />
      {figureText(figure?.value ?? '0', rule.decimals)} {rule.unitOfMeasure}{' '}
      <Stage
        stage={isVerified ? 'verified' : 'submitted'}
        word={isVerified ? entryText.verified : entryText.sentAlready}
      />{' '}
      <a href={`/nhap-so-lieu/${id}`}>
        {isVerified ? entryText.correct : entryText.see}
        <span className="sr">: {rule.name}</span>
      </a>
    </p>
  );
}

function shownFigure(figure: string | null | undefined): string | undefined {
  return figure === null || figure === undefined || figure === '' ? undefined : formatVietnamese(figure, undefined, 10);
}

function valueAt(name: string, stored: string | undefined, refused: Refused): string | undefined {
  return refused ? refused.fields[name] : stored;
}

function problemAt(name: string, refused: Refused): string | undefined {
  return refused?.problems.find(({ field }) => field === name)?.message;
}
