/** Words that a case may carry in English or as an official writes them; what is not known here is left to a person. */
import { fold } from '../../../kernel/fold.ts';
import type { Launcher } from './rule.ts';

export const pendingKinds = [
  'discipline',
  'investigation',
  'inspection',
  'complaint',
  'denunciation',
  'press',
] as const;
export type PendingKind = (typeof pendingKinds)[number];

/** The first that is named wins: "Thủ tướng Chính phủ" before "tỉnh" in "do Thủ tướng phát động tại tỉnh". */
const LAUNCHERS: readonly (readonly [Launcher, RegExp])[] = [
  ['president', /\b(state )?president\b|\bchu tich nuoc\b/],
  ['prime_minister', /\bprime minister\b|\bthu tuong\b/],
  ['ministry', /\bministry\b|^bo\b/],
  ['province', /\bprovince\b|\bprovincial\b|\btinh\b/],
  ['commune', /\bcommune\b|\bxa\b|\bphuong\b|\bdac khu\b/],
  ['unit', /\bunit\b|\bco quan\b|\bdon vi\b/],
];

const PENDING: readonly (readonly [PendingKind, RegExp])[] = [
  ['discipline', /\bdiscipline\b|\bdisciplinary\b|\bky luat\b/],
  ['investigation', /\binvestigation\b|\bdieu tra\b/],
  ['inspection', /\binspection\b|\bthanh tra\b|\bkiem tra\b/],
  ['complaint', /\bcomplaint\b|\bkhieu nai\b/],
  ['denunciation', /\bdenunciation\b|\bto cao\b/],
  ['press', /\bpress\b|\bbao chi\b/],
];

export const launcherOf = (written: string) => firstIn(LAUNCHERS, written);
export const pendingKindOf = (written: string) => firstIn(PENDING, written);

function firstIn<Kind>(known: readonly (readonly [Kind, RegExp])[], written: string): Kind | undefined {
  const plain = fold(written).replaceAll(/[\s_-]+/g, ' ');
  return known.find(([, form]) => form.test(plain))?.[0];
}
