/**
 * The calculation sheet for whoever may not see single units' figures (docs/adr/0006): the added-up figures as the unit's
 * own, so that the same status comes out. A period in which somebody's part is missing is given as two parts, one
 * reported and one not, because incomplete figures count for less.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Cell } from '../indicators/rollup.ts';
import { valueOf } from '../indicators/rollup.ts';
import { amountOf } from '../indicators/definition.ts';
import type { SheetInput } from '../indicators/sheet.ts';
import type { Standing } from './standing.ts';

const REPORTED = 'phan-da-bao-cao';
const MISSING = 'phan-chua-bao-cao';

type Unit = { readonly code: string; readonly name: string };
/** `parts`: what the nameless parts are called before people. */
type Wanted = { readonly asOf: PlainDate; readonly parts: { readonly reported: string; readonly missing: string } };

export function publicSheet({ written, indicator, cells }: Standing, root: Unit, { asOf, parts }: Wanted): SheetInput {
  const unit = root.code;
  const values = [...cells].flatMap(([period, cell]): SheetInput['values'] => {
    const at = cell.parts.missing === 0 ? unit : REPORTED;
    return figureOf(cell, indicator.scale).map((figure) => ({ unit: at, period, ...figure }));
  });
  const isPartial = values.some((value) => value.unit === REPORTED);
  const below = [
    { code: REPORTED, parent: unit, name: parts.reported },
    { code: MISSING, parent: unit, name: parts.missing },
  ];
  const units = [{ code: unit, name: root.name }, ...(isPartial ? below : [])];
  return { indicator: written, units, values, unit, asOf };
}

type Figure = Pick<SheetInput['values'][number], 'value' | 'numerator' | 'denominator'>;

function figureOf(cell: Cell, scale: Standing['indicator']['scale']): readonly Figure[] {
  const { parts, rule } = cell;
  if (rule === 'weighted' && parts.ratios > 0) {
    return [{ numerator: amountOf(parts.numerator.toFixed()), denominator: amountOf(parts.denominator.toFixed()) }];
  }
  const value = valueOf(cell, scale);
  return value === undefined ? [] : [{ value: amountOf(value.toFixed()) }];
}
