/** Which parts a consolidated report has: those drawn from figures first, then the sections units wrote in. Pure. */
import type { SecretScheme } from '../secrecy/naming.ts';
import type { FilledPart, FilledSection, SectionKind } from '../rounds/report.ts';
import { namesScheme } from '../secrecy/naming.ts';
import type { Kind, Part } from './consolidation.ts';
import type { Gathered } from './pieces.ts';
import { linesNaming } from './pieces.ts';

export const figureParts = [
  'gui-bao-cao',
  'chi-tieu',
  'don-vi',
  'sang-kien',
  'kiem-tra',
  'de-an',
  'tieu-chi',
  'ke-hoach',
  'ky-bao-cao',
] as const;
export type FigurePart = (typeof figureParts)[number];

export const figurePartsOf: Readonly<Record<Kind, readonly FigurePart[]>> = {
  round: ['gui-bao-cao', 'chi-tieu', 'de-an', 'sang-kien', 'kiem-tra'],
  scheme: ['chi-tieu', 'tieu-chi', 'ke-hoach', 'sang-kien', 'kiem-tra'],
  yearly: ['chi-tieu', 'don-vi', 'de-an', 'sang-kien', 'kiem-tra', 'ky-bao-cao'],
  midterm: ['chi-tieu', 'don-vi', 'de-an', 'sang-kien', 'kiem-tra', 'ky-bao-cao'],
  final: ['chi-tieu', 'don-vi', 'de-an', 'sang-kien', 'kiem-tra', 'ky-bao-cao'],
};

export const sectionPart = (position: number): string => `muc-${position}`;

/** The parts of a report that was begun, with those there are now: each new one behind the one it follows there. */
export function partsJoined(kept: readonly Part[], now: readonly Part[]): readonly Part[] {
  return now.reduce((parts, part, at) => {
    if (parts.some(({ key }) => key === part.key)) return parts;
    const before = parts.findIndex(({ key }) => key === now[at - 1]?.key);
    return parts.toSpliced(before + 1, 0, part);
  }, kept);
}

/** Sections that were reported on: of an earlier edition of the form, too, so that nothing received is left out. */
export function partsSaid(pieces: readonly Gathered[]): readonly Part[] {
  const said = pieces.flatMap(({ part, source }) =>
    source.kind === 'report' ? [[part, { key: part, heading: source.section.heading }] as const] : [],
  );
  return [...new Map(said).values()];
}

/** What units wrote stands where it was decided for its part, unless it is nothing to print. */
export function placedIn(parts: readonly Part[], pieces: readonly Gathered[]): readonly Gathered[] {
  const words = new Map(parts.map(({ key, words: where }) => [key, where]));
  return pieces.map((piece) => {
    const where = piece.source.kind === 'report' && piece.placement !== 'out' ? words.get(piece.part) : undefined;
    return where ? { ...piece, placement: where } : piece;
  });
}

/** Sections in which units write or hang papers; tables that fill themselves stand in the parts drawn from figures. */
export const gatheredKinds = [
  'narrative',
  'criteria',
  'indicator_list',
  'attachments',
] as const satisfies readonly SectionKind[];

/** What a unit gave in one place of a section: its words as a whole, about a criterion or indicator, or names of papers. */
export type Said = { readonly part: string; readonly heading: string; readonly text: string };

export function saidIn(section: FilledSection): readonly Said[] {
  switch (section.kind) {
    case 'narrative':
      return [whole(section.body)];
    case 'criteria':
      return [whole(section.body), ...section.parts.map(partSaid)];
    case 'indicator_list':
      return section.parts.map(partSaid);
    case 'attachments':
      return [whole(section.files.map(({ name }) => name).join('\n'))];
    case 'indicators':
    case 'pledges':
    case 'plans':
    case 'initiatives':
    case 'findings':
      return [];
  }
}

const whole = (text: string): Said => ({ part: '', heading: '', text: text.trim() });
const partSaid = ({ part, heading, body }: FilledPart): Said => ({ part, heading, text: body.trim() });

/** Of what was said, what is about a scheme: of its criteria all, of the rest the lines that name it. */
export function saidOf(scheme: SecretScheme, { part, text, ...said }: Said): Said {
  if (part.startsWith(`${scheme.code}.`)) return { ...said, part, text };
  return { ...said, part, text: linesNaming(text, (line) => namesScheme(line, scheme)) };
}
