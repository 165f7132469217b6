/** Which parts a consolidated report has: those drawn from figures first, then the sections units wrote in. Pure. */
import type { SecretScheme } from '../secrecy/naming.ts';
import type { FilledPart, FilledSection, SectionKind } from '../rounds/report.ts';
import { namesScheme } from '../secrecy/naming.ts';
import type { Kind } from './consolidation.ts';
import { linesNaming } from './pieces.ts';

export const figureParts = [
  'gui-bao-cao',
  'chi-tieu',
  'don-vi',
  'de-an',
  'tieu-chi',
  'ke-hoach',
  'ky-bao-cao',
] as const;
export type FigurePart = (typeof figureParts)[number];

export const figurePartsOf: Readonly<Record<Kind, readonly FigurePart[]>> = {
  round: ['gui-bao-cao', 'chi-tieu', 'de-an'],
  scheme: ['chi-tieu', 'tieu-chi', 'ke-hoach'],
  yearly: ['chi-tieu', 'don-vi', 'de-an', 'ky-bao-cao'],
  midterm: ['chi-tieu', 'don-vi', 'de-an', 'ky-bao-cao'],
  final: ['chi-tieu', 'don-vi', 'de-an', 'ky-bao-cao'],
};

export const sectionPart = (position: number): string => `muc-${position}`;

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
