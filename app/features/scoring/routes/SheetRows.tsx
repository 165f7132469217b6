import { Compare } from '../../../ui/Compare.tsx';
import { Field } from '../../../ui/Field.tsx';
import { momentText } from '../../../ui/moment.ts';
import type { ScoreSheet, SheetRow } from '../sheet.server.ts';
import type { Problem } from '../refusals.text.ts';
import type { TypedScore } from '../score-form.ts';
import type { ScoreStep } from '../procedure.ts';
import { sheetField, typedAt } from '../sheet.ts';
import { evidenceText, measuredText, scoredText, scoringText } from '../text.ts';

export type SheetRefused =
  | {
      readonly fields: Readonly<Record<string, string>>;
      readonly raced: readonly string[];
      readonly problems: readonly Problem[];
    }
  | undefined;

/** Every criterion in its printed order; those of this step with fields, the others to be read. */
export function SheetRows({ sheet, refused }: { readonly sheet: ScoreSheet; readonly refused: SheetRefused }) {
  return sheet.rows.map((row) =>
    row.one.kind === 'group' ? (
      <h2 key={row.one.code} className={`deep-${Math.min(row.depth, 3)}`}>
        {`${row.one.code} ${row.one.title}`} <small>{scoringText.maxOf(row.one.max)}</small>
      </h2>
    ) : (
      <Criterion key={row.one.code} row={row} step={sheet.step} refused={refused} />
    ),
  );
}

type RowProps = { readonly row: SheetRow; readonly step: ScoreStep; readonly refused: SheetRefused };

function Criterion({ row, step, refused }: RowProps) {
  const { one, given, mine, measured } = row;
  const earlier = given.filter((each) => each.step !== step);
  return (
    <fieldset className="field criterion">
      <legend>
        {`${one.code} ${one.title}`} <small>{scoringText.maxOf(one.max)}</small>
      </legend>
      {one.guidance !== '' && <p className="hint">{one.guidance}</p>}
      {earlier.length > 0 && (
        <ul className="given">
          {earlier.map((each) => (
            <li key={each.step}>
              {scoringText.atStep(each.step, scoredText(each.scored))}
              {each.reason !== '' && <span className="muted"> {scoringText.because(each.reason)}</span>}
            </li>
          ))}
        </ul>
      )}
      {one.way === 'data' && !mine && (
        <p className="muted">{scoringText.dataComputed(measuredText(measured, one.rule?.measure.name))}</p>
      )}
      {one.way === 'expert' && !mine && <p className="muted">{scoringText.otherWay}</p>}
      {mine && step === 'self' && one.needsEvidence && <p className="muted">{evidenceText.neededHere}</p>}
      <Proof row={row} step={step} />
      {mine && <Mine row={row} mine={mine} refused={refused} />}
    </fieldset>
  );
}

/** What whoever gives points after the unit looks at first. */
function Proof({ row: { one, evidence }, step }: Pick<RowProps, 'row' | 'step'>) {
  if (evidence.length > 0)
    return (
      <ul className="given">
        {evidence.map(({ id, name }) => (
          <li key={id}>
            {`${evidenceText.short}: `}
            <a href={`/cham-diem/tep/${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    );
  return one.needsEvidence && step !== 'self' ? <p className="muted">{evidenceText.noneYet}</p> : null;
}

type MineProps = {
  readonly row: SheetRow;
  readonly mine: NonNullable<SheetRow['mine']>;
  readonly refused: SheetRefused;
};

function Mine({ row, mine, refused }: MineProps) {
  const { code } = row.one;
  const isRaced = refused?.raced.includes(code) ?? false;
  const name = (part: Parameters<typeof sheetField>[0]) => sheetField(part, code);
  const typed = refused ? typedAt(refused.fields, code) : mine.typed;
  // After a race the form stands on what the other wrote; else on what it was drawn from, so that a race is still seen.
  const drawn = {
    version: isRaced || !refused ? String(mine.version) : (refused.fields[name('version')] ?? ''),
    was: isRaced || !refused ? mine.was : (refused.fields[name('was')] ?? ''),
  };
  return (
    <>
      <input type="hidden" name={name('version')} value={drawn.version} />
      <input type="hidden" name={name('was')} value={drawn.was} />
      {isRaced && (
        <Compare
          name={name('keep')}
          theirNote={mine.at && scoringText.raced(mine.byName ?? '', momentText(mine.at))}
          fields={[
            { label: scoringText.pointsField, mine: saidOf(typed), theirs: saidOf(mine.typed) },
            { label: scoringText.reasonField, mine: typed.reason, theirs: mine.typed.reason },
          ]}
        />
      )}
      <Fields row={row} typed={typed} problems={refused?.problems ?? []} />
    </>
  );
}

const saidOf = ({ state, points }: TypedScore) => (state === 'not_applicable' ? scoringText.notApplicable : points);

type FieldsProps = {
  readonly row: SheetRow;
  readonly typed: TypedScore;
  readonly problems: readonly Problem[];
};

function Fields({ row: { one, measured, least }, typed, problems }: FieldsProps) {
  const names = { points: sheetField('points', one.code), state: sheetField('state', one.code) };
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  const reason = sheetField('reason', one.code);
  return (
    <div className="row-fields">
      {one.way === 'data' ? (
        <Field
          type="select"
          name={names.state}
          label={scoringText.pointsField}
          hint={scoringText.dataMissing(measuredText(measured, one.rule?.measure.name))}
          error={errorAt(names.state) ?? errorAt(names.points)}
          value={typed.state}
          blank={scoringText.dataWait}
          options={[
            { value: 'not_applicable', label: scoringText.doesNotApply },
            { value: 'least', label: scoringText.dataLeast(least ?? 0) },
          ]}
        />
      ) : (
        <>
          <Field
            type="number-vi"
            name={names.points}
            label={scoringText.pointsField}
            value={typed.points}
            error={errorAt(names.points)}
          />
          <div className="choice">
            <input
              type="checkbox"
              id={`o-${names.state}`}
              name={names.state}
              value="not_applicable"
              defaultChecked={typed.state === 'not_applicable'}
            />
            <label htmlFor={`o-${names.state}`}>{scoringText.doesNotApply}</label>
          </div>
        </>
      )}
      <Field
        type="textarea"
        rows={2}
        width="medium"
        name={reason}
        label={scoringText.reasonField}
        value={typed.reason}
        error={errorAt(reason)}
      />
    </div>
  );
}
