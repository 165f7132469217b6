/**
 * How a unit stands at the head of its papers (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.2 and II.4): a proposal that
 * whoever writes the paper may change, since short names are set by the head of each body (II.3.b).
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
  /** On whose behalf whoever signs does so, empty for the head of a body; and the office. */
  readonly onBehalfOf: string;
  readonly office: string;
};

export type NamedUnit = { readonly kind: UnitKind; readonly name: string };
export type Placed = {
  readonly unit: NamedUnit;
  /** Directly above it. */
  readonly parent?: NamedUnit | undefined;
  /** In which it stands, where it stands in one. */
  readonly commune?: Pick<NamedUnit, 'name'> | undefined;
  readonly root: Pick<NamedUnit, 'name'>;
};

export function issuerOf({ unit, parent, commune, root }: Placed): Issuer {
  const { kind } = unit;
  const name = wholeName(unit.name, root.name);
  const place = placeName(kind === 'commune' ? unit.name : (commune?.name ?? root.name));
  const plain = { family: 'state', name, short: initials(unit.name), place, onBehalfOf: '', office: head } as const;
  if (kind === 'province' || kind === 'commune' || name.startsWith(committee)) {
    const own = name.startsWith(committee) ? name : peoplesCommittee(name);
    return { ...plain, name: own, short: 'UBND', onBehalfOf: committee, office: 'Chủ tịch', ...under('') };
  }
  if (kind === 'party_body') return { ...plain, family: 'party', ...under(partyAbove(unit, parent, root)) };
  if (kind === 'department') {
    const office = unit.name.startsWith('Sở ') ? 'Giám đốc' : head;
    return { ...plain, office, ...under(peoplesCommittee(root.name)) };
  }
  return { ...plain, ...under(parent === undefined || parent.kind === 'province' ? '' : addressedName(parent)) };
}

const committee = 'Ủy ban nhân dân';
const head = 'Thủ trưởng đơn vị';

const under = (above: string) => ({ above, parent: above.replace(committee, 'UBND') });

function partyAbove(unit: NamedUnit, parent: NamedUnit | undefined, root: Pick<NamedUnit, 'name'>): string {
  const whole = `Tỉnh ủy ${placeName(root.name)}`;
  if (unit.name === whole) return '';
  return parent?.kind === 'party_body' ? parent.name : whole;
}

/** "Thanh tra tỉnh" is the inspectorate of this province: in full with its name behind. */
function wholeName(name: string, root: string): string {
  return / tỉnh$/iu.test(name) ? `${name} ${placeName(root)}` : name;
}

/** As a place of papers: without the word for its kind, but where its own name is a figure (II.4.a). */
function placeName(name: string): string {
  const own = name.replace(/^(tỉnh|xã|phường|đặc khu) /iu, '');
  return /^\d/u.test(own) ? name : own;
}

/** As it is written to: a commune by its People's Committee. */
export function addressedName({ kind, name }: NamedUnit): string {
  return kind === 'commune' || kind === 'province' ? peoplesCommittee(name) : name;
}

export function peoplesCommittee(name: string): string {
  return `${committee} ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`;
}

/** Over the office, as it is written. */
export function authorityLines({ onBehalfOf }: Pick<Issuer, 'onBehalfOf'>): readonly string[] {
  return onBehalfOf === '' ? [] : [`TM. ${onBehalfOf}`];
}

/** First letters without their tones and without the little words: Sở Nông nghiệp và Môi trường → SNNMT. */
function initials(name: string): string {
  const words = name.split(/[\s,-]+/u).filter((word) => word !== '' && !['và', 'của', 'về'].includes(word));
  return words.map((word) => toneless(word.charAt(0).toLocaleUpperCase('vi'))).join('');
}

/** Ủ → U, but Ư and Đ stay: they are letters of their own. */
const toneless = (letter: string) =>
  letter
    .normalize('NFD')
    .replaceAll(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
    .normalize('NFC');
