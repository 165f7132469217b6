/** The list of units as its address asks for it. Pure; names and values of the query are Vietnamese without marks. */
import { isPlainDate } from '../../kernel/calendar.ts';
import { isCommuneType } from './unit.ts';
import type { CommuneType, UnitKind } from './unit.ts';

export const unitSorts = ['ten', 'ma', 'loai', 'cap-tren', 'khoi'] as const;
export type UnitSort = (typeof unitSorts)[number];
export type Life = 'alive' | 'ended' | 'all';

export type UnitsQuery = {
  readonly text: string;
  readonly kind: UnitKind | null;
  readonly communeType: CommuneType | null;
  /** Everything below this unit. */
  readonly parentCode: string | null;
  readonly blockCode: string | null;
  readonly life: Life;
  /** As things stood on this day; null is today. */
  readonly on: string | null;
  /** Of the blocks. */
  readonly year: number;
  readonly sort: { readonly by: UnitSort; readonly direction: 'asc' | 'desc' };
};

export const kindSlugs: Readonly<Record<UnitKind, string>> = {
  province: 'tinh',
  department: 'so-nganh',
  party_body: 'co-quan-dang',
  front_and_mass_organisation: 'doan-the',
  assembly_office: 'hoi-dong-nhan-dan',
  armed_force: 'luc-luong-vu-trang',
  management_board: 'ban-quan-ly',
  press: 'bao-chi',
  commune: 'xa-phuong',
  subordinate: 'truc-thuoc',
  village: 'thon',
  other: 'khac',
};

export const lifeSlugs: Readonly<Record<Life, string>> = { alive: '', ended: 'da-cham-dut', all: 'tat-ca' };

export function readUnitsQuery(search: string, today: string): UnitsQuery {
  const asked = new URLSearchParams(search);
  const of = (name: string) => (asked.get(name) ?? '').normalize('NFC').trim();
  const day = of('ngay');
  const on = isPlainDate(day) && day !== today ? day : null;
  const type = of('cap').replaceAll('-', '_');
  const sorted = of('sap-xep');
  const by = unitSorts.find((sort) => sort === sorted.replace(/^-/, '')) ?? 'ten';
  return {
    text: of('tim').slice(0, 200),
    kind: keyOf(kindSlugs, of('loai')) ?? null,
    communeType: isCommuneType(type) ? type : null,
    parentCode: of('cap-tren') || null,
    blockCode: of('khoi') || null,
    life: on === null ? (keyOf(lifeSlugs, of('tinh-trang')) ?? 'alive') : 'all',
    on,
    year: Number((on ?? today).slice(0, 4)),
    sort: { by, direction: sorted.startsWith('-') ? 'desc' : 'asc' },
  };
}

function keyOf<Key extends string>(slugs: Readonly<Record<Key, string>>, slug: string): Key | undefined {
  return (Object.keys(slugs) as Key[]).find((key) => slugs[key] === slug);
}

/** Names of the query that narrow the list, with what was asked. */
export function narrowing(search: string): Readonly<Record<string, string>> {
  const asked = new URLSearchParams(search);
  const names = ['tim', 'loai', 'cap', 'cap-tren', 'khoi', 'tinh-trang', 'ngay'];
  return Object.fromEntries(names.flatMap((name) => (asked.get(name) ? [[name, asked.get(name) ?? '']] : [])));
}
