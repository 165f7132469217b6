/**
 * How a unit stands at the head of its papers (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.2): a proposal that whoever
 * writes the paper may change, since short names and places are set by the head of each body (II.3.b).
 */
import type { UnitKind } from './unit.ts';

export type Issuer = {
  readonly family: 'state' | 'party';
  /** The body directly above in short, as it may stand (II.2.a), and in full, as it is written to. */
  readonly parent: string;
  readonly above: string;
  readonly name: string;
  /** In short, for the symbol: SNV. */
  readonly short: string;
  readonly place: string;
  /** Over the office of whoever signs, one a line. */
  readonly authority: string;
  readonly office: string;
};

type Named = { readonly kind: UnitKind; readonly name: string; readonly shortName: string };

export function issuerOf(unit: Named, root: Pick<Named, 'name' | 'shortName'>): Issuer {
  const place = bare(unit.kind === 'commune' ? unit.shortName : root.shortName);
  const council = { authority: 'TM. Ủy ban nhân dân', office: 'Chủ tịch', short: 'UBND' };
  const plain = { family: 'state', parent: '', above: '', name: unit.name, place, authority: '' } as const;
  const own = { short: initials(unit.name), office: 'Thủ trưởng đơn vị' };
  switch (unit.kind) {
    case 'province':
    case 'commune':
      return { ...plain, ...council, name: peoplesCommittee(unit.name) };
    case 'department': {
      const office = unit.name.startsWith('Sở ') ? 'Giám đốc' : own.office;
      const above = peoplesCommittee(root.name);
      return { ...plain, ...own, above, parent: above.replace('Ủy ban nhân dân', 'UBND'), office };
    }
    case 'party_body':
      return {
        ...plain,
        ...own,
        family: 'party',
        parent: `Tỉnh ủy ${bare(root.shortName)}`,
        above: `Tỉnh ủy ${bare(root.shortName)}`,
      };
    case 'front_and_mass_organisation':
    case 'assembly_office':
    case 'armed_force':
    case 'management_board':
    case 'press':
    case 'subordinate':
    case 'village':
    case 'other':
      return { ...plain, ...own };
  }
}

const bare = (name: string) => name.replace(/^(tỉnh|xã|phường) /iu, '');

export function peoplesCommittee(name: string): string {
  return `Ủy ban nhân dân ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`;
}

/** First letters without the little words: Sở Nông nghiệp và Môi trường → SNNMT. */
function initials(name: string): string {
  const words = name.split(/[\s,-]+/u).filter((word) => word !== '' && !['và', 'của', 'về'].includes(word));
  return words.map((word) => word.charAt(0).toLocaleUpperCase('vi')).join('');
}
