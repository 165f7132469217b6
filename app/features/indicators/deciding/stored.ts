/** A decision as its form shows it: what is stored, written the way a person types it. */
import { formatVietnamese } from '../../../kernel/decimal.ts';
import type { Definition } from '../definition.ts';
import type { Typed } from './decision.ts';
import { basisField, valueField } from './decision.ts';

export function typedOf(definition: Definition): Typed {
  const say = (value: string | null) => (value === null ? '' : formatVietnamese(value, undefined, 10));
  const points = definition.trajectory.flatMap(({ year, value, basis }) => [
    [valueField(year), say(value)],
    [basisField(year), basis],
  ]);
  return {
    'co-quan': definition.owner?.code ?? '',
    'muc-goc': say(definition.baseline),
    'nam-goc': definition.baselineYear === null ? '' : String(definition.baselineYear),
    'nguon-goc': definition.baselineSource ?? '',
    'dung-sai': say(definition.tolerance),
    nguong: definition.atRiskMargin === null ? '' : say(String(Number(definition.atRiskMargin) * 100)),
    ky: definition.reporting,
    'minh-chung': definition.evidenceRequired ? 'co' : 'khong',
    ...Object.fromEntries(points),
  };
}
