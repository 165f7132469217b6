/** The forms on blocks: what was typed becomes the input of a command, or faults by field. Pure. */
import { isBlockKind, isBlockPart } from './block.ts';
import type { BlockKind, Seat } from './block.ts';
import { isUnitCode } from './unit.ts';
import type { FieldFault } from './unit-form.ts';
import { longestText } from './unit-form.ts';

export type BlockField = 'code' | 'name' | 'kind';
export type BlockTyped = Readonly<Record<BlockField, string>>;
export type BlockFaults = Readonly<Partial<Record<BlockField, FieldFault>>>;
export type BlockInput = { readonly code: string; readonly name: string; readonly kind: BlockKind };

export function typedBlock(fields: Readonly<Record<string, string>>): BlockTyped {
  return { code: fields['code'] ?? '', name: fields['name'] ?? '', kind: fields['kind'] ?? '' };
}

export function readBlock(typed: BlockTyped): { readonly input: BlockInput | undefined; readonly faults: BlockFaults } {
  const code = typed.code.trim().toLowerCase();
  const name = typed.name.trim();
  const { kind } = typed;
  const faults: Partial<Record<BlockField, FieldFault>> = {};
  if (!isUnitCode(code)) faults.code = code === '' ? 'missing' : 'badCode';
  if (name === '') faults.name = 'missing';
  if (name.length > longestText) faults.name = 'tooLong';
  if (!isBlockKind(kind)) return { input: undefined, faults: { ...faults, kind: 'missing' } };
  return { input: Object.keys(faults).length > 0 ? undefined : { code, name, kind }, faults };
}

/** A select named vai-<unit> for each member, and boxes named `them` for those who come. */
export function readSeats(fields: Readonly<Record<string, string>>, added: readonly string[]): readonly Seat[] {
  const kept = Object.entries(fields).flatMap(([name, part]): readonly Seat[] => {
    const unitId = /^vai-(.+)$/.exec(name)?.[1];
    return unitId && isBlockPart(part) ? [{ unitId, part }] : [];
  });
  const there = new Set(kept.map(({ unitId }) => unitId));
  return [...kept, ...added.filter((id) => !there.has(id)).map((unitId): Seat => ({ unitId, part: 'member' }))];
}
