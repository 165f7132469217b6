/** A measure as plain data, as a frozen result keeps it: read back it is the same to the last digit. */
import { decimal } from '../../kernel/decimal.ts';
import type { Behind, Measured, WhyMissing, WhyNot } from './measured.ts';

/** A measure with its decimals as text. */
export type KeptMeasure =
  | { readonly state: 'known'; readonly part: string; readonly whole: string; readonly behind: readonly Behind[] }
  | {
      readonly state: 'missing';
      readonly why: WhyMissing;
      readonly atLeast: { readonly part: string; readonly whole: string } | null;
      readonly behind: readonly Behind[];
    }
  | { readonly state: 'not_applicable'; readonly why: WhyNot; readonly behind: readonly Behind[] };

/** A block's table keeps its measures and reads them back at once: what was kept is at hand. */
const origins = new WeakMap<KeptMeasure, Measured>();

export function keptMeasure(measured: Measured): KeptMeasure {
  const kept = asText(measured);
  origins.set(kept, measured);
  return kept;
}

function asText(measured: Measured): KeptMeasure {
  const textOf = ({ part, whole }: { part: { toFixed(): string }; whole: { toFixed(): string } }) => ({
    part: part.toFixed(),
    whole: whole.toFixed(),
  });
  const { behind } = measured;
  switch (measured.state) {
    case 'known':
      return { state: 'known', ...textOf(measured.quantity), behind };
    case 'missing':
      return { state: 'missing', why: measured.why, atLeast: measured.atLeast && textOf(measured.atLeast), behind };
    case 'not_applicable':
      return measured;
  }
}

export function measuredOf(kept: KeptMeasure): Measured {
  return origins.get(kept) ?? asRead(kept);
}

function asRead(kept: KeptMeasure): Measured {
  const quantityOf = ({ part, whole }: { part: string; whole: string }) => ({
    part: decimal(part),
    whole: decimal(whole),
  });
  switch (kept.state) {
    case 'known':
      return { state: 'known', quantity: quantityOf(kept), behind: kept.behind };
    case 'missing':
      return { ...kept, atLeast: kept.atLeast && quantityOf(kept.atLeast) };
    case 'not_applicable':
      return kept;
  }
}
