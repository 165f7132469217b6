/** The parts of a workbook that say what the sheets are and mean: names, places, shared texts, number formats. */
import { shownAs } from './number-format.ts';
import type { Shown } from './number-format.ts';
import { refusalError } from './refusals.ts';
import type { Visibility } from './sheet.ts';
import { plainText, readXml } from './xml-part.ts';

export type SheetPlace = { readonly name: string; readonly visibility: Visibility; readonly relation: string };
export type WorkbookPart = { readonly sheets: readonly SheetPlace[]; readonly startsIn1904: boolean };

export function readWorkbookPart(part: string, bytes: Uint8Array): WorkbookPart {
  const sheets: SheetPlace[] = [];
  let startsIn1904 = false;
  readXml(part, bytes, {
    open(tag, attributes) {
      if (tag === 'workbookPr') startsIn1904 = isTrue(attributes['date1904']);
      if (tag !== 'sheet') return;
      const relation = Object.entries(attributes).find(([name]) => name === 'r:id' || name.endsWith(':id'))?.[1];
      sheets.push({
        name: plainText(attributes['name'] ?? ''),
        visibility: visibilityOf(attributes['state']),
        relation: relation ?? '',
      });
    },
  });
  return { sheets, startsIn1904 };
}

/** Targets by relation, as paths from the root of the zip. What points outside is left out: it is never fetched. */
export function readRelations(part: string, bytes: Uint8Array, folder: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readXml(part, bytes, {
    open(tag, attributes) {
      const { Id, Target, TargetMode } = attributes;
      if (tag !== 'Relationship' || TargetMode === 'External' || !Id || !Target) return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : folder + Target);
    },
  });
  return targets;
}

/** The count the part claims is not believed: what is there is there. */
export function readSharedTexts(part: string, bytes: Uint8Array, longest: number): readonly string[] {
  const texts: string[] = [];
  let text = '';
  let isInText = false;
  let phonetic = 0;
  readXml(part, bytes, {
    open(tag) {
      if (tag === 'si') text = '';
      if (tag === 'rPh') phonetic += 1;
      if (tag === 't') isInText = phonetic === 0;
    },
    close(tag) {
      if (tag === 'si') texts.push(plainText(text));
      if (tag === 'rPh') phonetic -= 1;
      if (tag === 't') isInText = false;
    },
    text(piece) {
      if (!isInText) return;
      text += piece;
      if (text.length > longest) throw refusalError({ kind: 'damaged', part });
    },
  });
  return texts;
}

/** What each cell style shows a number as, by the style's index. */
export function readStyles(part: string, bytes: Uint8Array): readonly Shown[] {
  const codes = new Map<number, string>();
  const shown: Shown[] = [];
  let isInCellStyles = false;
  readXml(part, bytes, {
    open(tag, attributes) {
      if (tag === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (tag === 'cellXfs') isInCellStyles = true;
      if (tag !== 'xf' || !isInCellStyles) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      shown.push(shownAs(id, codes.get(id)));
    },
    close(tag) {
      if (tag === 'cellXfs') isInCellStyles = false;
    },
  });
  return shown;
}

function visibilityOf(state: string | undefined): Visibility {
  if (state === 'veryHidden') return 'very_hidden';
  return state === 'hidden' ? 'hidden' : 'visible';
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
