import { Button } from '../../../ui/Button.tsx';
import type { FieldError } from '../../../ui/ErrorSummary.tsx';
import { Field } from '../../../ui/Field.tsx';
import { rowField } from '../law/draft.ts';
import { formText as said, ROW_KIND, ROW_MOVE } from '../law/form.text.ts';
import { withinOf } from '../law/outline.ts';
import type { OutlineRow } from '../law/outline.ts';
import { PARAMS, rowKinds } from '../law/row-kinds.ts';
import { RowField } from './RowField.tsx';

type RuleRowsProps = { readonly rows: readonly OutlineRow[]; readonly problems: readonly FieldError[] };

const kinds = rowKinds.map((value) => ({ value, label: ROW_KIND[value] }));

/** A rule as an outline: each line with the fields of its kind and buttons to move it; every press only redraws the form. */
export function RuleRows({ rows, problems }: RuleRowsProps) {
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <fieldset className="field">
      <legend>{said.rule}</legend>
      <p className="hint">{said.ruleHint}</p>
      {rows.map((row, at) => {
        const kindName = rowField(at, 'loai');
        return (
          <div
            key={`${at} ${row.kind}`}
            className={`outline-row outline-${Math.min(row.depth, 6)}`}
            role="group"
            aria-label={said.line(at + 1)}
          >
            <input type="hidden" name={rowField(at, 'bac')} value={row.depth} />
            <div className="row-fields">
              <Field
                type="select"
                name={kindName}
                label={`${at + 1}. ${said.rowKind}`}
                value={row.kind}
                error={errorAt(kindName)}
                options={kinds}
                blank={null}
                width="medium"
              />
              {PARAMS[row.kind].map((param) => {
                const name = rowField(at, param.name);
                return (
                  <RowField
                    key={param.name}
                    param={param}
                    name={name}
                    values={row.values[param.name] ?? []}
                    error={errorAt(name)}
                  />
                );
              })}
            </div>
            <Moves rows={rows} at={at} />
          </div>
        );
      })}
      {rows.length === 0 && (
        <Button kind="second" name="viec" value="add-0">
          {said.firstRow}
        </Button>
      )}
    </fieldset>
  );
}

function Moves({ rows, at }: { readonly rows: readonly OutlineRow[]; readonly at: number }) {
  const moves = (['add', 'up', 'in', 'out', 'remove'] as const).map((move) => (
    <button
      key={move}
      type="submit"
      className="btn btn-plain btn-small"
      name="viec"
      value={`${move}-${at}`}
      aria-label={move === 'remove' ? said.removeOf(at + 1, withinOf(rows, at)) : said.moveOf(move, at + 1)}
    >
      {move === 'remove' ? said.removeOf(at + 1, withinOf(rows, at)) : ROW_MOVE[move]}
    </button>
  ));
  return <div className="acts">{moves}</div>;
}
