/** A form of a provision as it is drawn: what was typed, or the version it begins from. */
import { contentFields, factFieldName } from './fact-fields.ts';
import type { OutlineRow } from './outline.ts';
import { moveRow, outlineOf, rowMoves } from './outline.ts';
import type { Line, Provision } from './provision.ts';

export type Drawn = {
  /** Newly drawn, or as sent. */
  readonly fields: Readonly<Record<string, string>>;
  readonly rows: readonly OutlineRow[];
};

export function drawnOf(line: Line, base: Provision | undefined, today: string): Drawn {
  const about = { loai: line.kind, 'danh-hieu': line.award ?? '', muc: line.item };
  const first = line.kind === 'award' ? { [factFieldName('given')]: 'co' } : {};
  if (!base) return { fields: { ...about, ...first, 'tu-ngay': today }, rows: line.kind === 'rule' ? [firstRow] : [] };
  const fields = {
    ...about,
    'tu-ngay': today,
    'tu-nam': base.forYearsFrom === null ? '' : String(base.forYearsFrom),
    dieu: base.article,
    nguon: base.source,
    'can-cu': base.basis,
    'muc-do': base.state,
    ...contentFields(base),
  };
  return { fields, rows: base.kind === 'rule' ? outlineOf(base.content) : [] };
}

const firstRow: OutlineRow = { depth: 0, kind: 'all_of', values: {} };

/** `add-3`: which line to move and how; undefined for any other deed. */
export function rowsAfter(deed: string, rows: readonly OutlineRow[]): readonly OutlineRow[] | undefined {
  const [name, at] = deed.split('-');
  const move = rowMoves.find((each) => each === name);
  return move && moveRow(rows, move, Number(at));
}
