/**
 * A unit is an identity with a life span; its name and its parent hold for a period (a version). Names change, units
 * move, merge and end, and what was true on a date stays readable (domain.md, "Organisation in time").
 *
 * All dates are plain dates 'YYYY-MM-DD'. `validUntil` is the first day on which it no longer holds.
 */
export const unitKinds = [
  'province',
  'department',
  'party_body',
  'front_and_mass_organisation',
  'assembly_office',
  'armed_force',
  'management_board',
  'press',
  'commune',
  'subordinate',
  'village',
  'other',
] as const;
export type UnitKind = (typeof unitKinds)[number];

export const communeTypes = ['xa', 'phuong', 'dac_khu'] as const;
export type CommuneType = (typeof communeTypes)[number];

/** When a unit began is not always known; its first version then starts before every date. Sorts before any date. */
export const UNKNOWN_START = '-infinity';

export type UnitVersion = {
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly parentId: string | null;
  readonly basis: string | null;
};

export type Unit = {
  readonly id: string;
  readonly code: string;
  readonly officialCode: string | null;
  readonly kind: UnitKind;
  readonly communeType: CommuneType | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly formerProvince: string | null;
  readonly source: string | null;
  /** Whether the movement's duties count for it: bodies that direct the movement, and history, do not take part. */
  readonly takesPart: boolean;
  readonly version: number;
  /** By start, without overlap. */
  readonly versions: readonly UnitVersion[];
};

export type Life = { readonly validFrom: string | null; readonly validUntil: string | null };

export function isAliveOn(life: Life, date: string): boolean {
  return (life.validFrom === null || life.validFrom <= date) && (life.validUntil === null || date < life.validUntil);
}

export function isUnitKind(text: string): text is UnitKind {
  return unitKinds.some((kind) => kind === text);
}

export function isCommuneType(text: string): text is CommuneType {
  return communeTypes.some((type) => type === text);
}

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Codes stand in addresses: small letters without marks, digits, single hyphens. */
export function isUnitCode(text: string): boolean {
  return CODE.test(text) && text.length <= 80;
}
