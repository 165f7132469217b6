/** Which areas a person may enter: the side list. What is inside is guarded again by each page. */
import type { Actor, Role } from './kernel/actor.ts';
import { holdsRole } from './kernel/actor.ts';
import { areaGroupNames, areaNames } from './text.ts';

type AreaKey = keyof typeof areaNames;
export type Audience = 'everybody' | 'signed_in' | readonly Role[];
type Row = {
  readonly key: AreaKey;
  readonly href: string;
  readonly for: Audience;
  /** After "g": of what is opened many times a day, the letter its name sounds like. */
  readonly letter?: string;
};

type Group = { readonly name: string; readonly rows: readonly Row[] };

/** In the order of the list; what a person starts from stands above it, without a heading. */
const groups: readonly Group[] = [
  {
    name: '',
    rows: [
      { key: 'work', href: '/viec-cua-toi', for: 'signed_in', letter: 'v' },
      { key: 'overview', href: '/tong-quan', for: 'everybody', letter: 't' },
    ],
  },
  {
    name: areaGroupNames.watch,
    rows: [
      { key: 'indicators', href: '/chi-tieu', for: 'everybody', letter: 'c' },
      { key: 'schemes', href: '/de-an', for: 'everybody', letter: 'a' },
      { key: 'units', href: '/don-vi', for: 'everybody', letter: 'd' },
      { key: 'coverage', href: '/do-phu', for: 'everybody' },
      { key: 'movementYear', href: '/nam-phong-trao', for: ['appraiser', 'deciding_authority', 'auditor'] },
    ],
  },
  {
    name: areaGroupNames.movement,
    rows: [
      { key: 'movements', href: '/phong-trao', for: 'everybody', letter: 'p' },
      { key: 'targets', href: '/giao-chi-tieu', for: 'signed_in' },
      { key: 'pledges', href: '/dang-ky-chi-tieu', for: 'signed_in' },
      { key: 'plans', href: '/ke-hoach', for: 'signed_in', letter: 'k' },
      { key: 'initiatives', href: '/sang-kien', for: 'signed_in', letter: 's' },
    ],
  },
  {
    name: areaGroupNames.reporting,
    rows: [
      { key: 'entry', href: '/nhap-so-lieu', for: ['officer', 'head'], letter: 'n' },
      { key: 'review', href: '/duyet-so-lieu', for: ['indicator_owner', 'appraiser', 'auditor'], letter: 'x' },
      { key: 'snapshots', href: '/so-lieu-chot', for: 'signed_in' },
      { key: 'rounds', href: '/ky-bao-cao', for: 'signed_in', letter: 'b' },
      { key: 'consolidation', href: '/bao-cao-tong-hop', for: 'signed_in' },
    ],
  },
  {
    name: areaGroupNames.checking,
    rows: [
      { key: 'inspections', href: '/kiem-tra', for: 'signed_in' },
      {
        key: 'urging',
        href: '/don-doc',
        for: ['officer', 'head', 'appraiser', 'auditor', 'inspector', 'deciding_authority'],
        letter: 'u',
      },
    ],
  },
  {
    name: areaGroupNames.evaluation,
    rows: [
      { key: 'blocks', href: '/khoi-cum', for: 'signed_in' },
      { key: 'criteria', href: '/tieu-chi', for: 'signed_in' },
      { key: 'scoring', href: '/cham-diem', for: 'signed_in', letter: 'm' },
    ],
  },
  {
    name: areaGroupNames.commendation,
    rows: [
      { key: 'commendation', href: '/khen-thuong', for: 'everybody', letter: 'h' },
      { key: 'dossiers', href: '/khen-thuong/ho-so', for: 'signed_in', letter: 'o' },
      { key: 'appraisal', href: '/khen-thuong/tham-dinh', for: ['appraiser', 'auditor', 'deciding_authority'] },
      { key: 'council', href: '/khen-thuong/hoi-dong', for: 'signed_in' },
      { key: 'decisions', href: '/khen-thuong/quyet-dinh', for: 'everybody' },
      { key: 'register', href: '/khen-thuong/so', for: 'signed_in' },
    ],
  },
  {
    name: areaGroupNames.papers,
    rows: [
      { key: 'library', href: '/thu-vien', for: 'everybody', letter: 'l' },
      { key: 'secrecy', href: '/van-ban-mat', for: ['officer', 'head', 'appraiser', 'auditor'] },
      { key: 'administration', href: '/quan-tri', for: ['administrator', 'auditor', 'appraiser'] },
    ],
  },
];

export type AreaLink = {
  readonly label: string;
  readonly href: string;
  readonly group: string;
  readonly current: boolean;
  readonly count?: number;
  readonly letter?: string;
};

export function areasFor(actor: Actor, path: string, workCount: number): readonly AreaLink[] {
  const here = areaAt(path);
  return groups.flatMap(({ name, rows }) =>
    rows
      .filter((row) => mayEnter(row, actor))
      .map(({ key, href, letter }) => ({
        label: areaNames[key],
        href,
        group: name,
        current: key === here,
        ...(key === 'work' && workCount > 0 && { count: workCount }),
        ...(letter !== undefined && { letter }),
      })),
  );
}

/** The nearest one: an area may lie inside another's address. */
function areaAt(path: string): AreaKey | undefined {
  if (path === '/') return 'overview';
  const around = groups.flatMap(({ rows }) => rows).filter(({ href }) => path === href || path.startsWith(`${href}/`));
  return around.toSorted((a, b) => b.href.length - a.href.length)[0]?.key;
}

export function mayEnter(row: { readonly for: Audience }, actor: Actor): boolean {
  if (row.for === 'everybody') return true;
  if (row.for === 'signed_in') return actor.kind === 'person';
  return holdsRole(actor, ...row.for);
}
