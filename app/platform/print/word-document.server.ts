/** The file: its styles, the sheets of the paper, and those of each annex. */
import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TabStopType,
  TextRun,
} from 'docx';
import type { FileChild, ISectionOptions } from 'docx';
import { fileMark } from '../spreadsheet/file-mark.server.ts';
import type { LaidPaper } from './lay-out.ts';
import { font, margins, ruleShare, sheet, sizes } from './measures.ts';
import { drawBlocks } from './word-body.server.ts';
import { drawAddressees, drawEnd, drawHead, drawTitle } from './word-head.server.ts';
import { centred, mm, points, rule } from './word-parts.server.ts';

export async function drawWord(paper: LaidPaper): Promise<Uint8Array> {
  const size = sizes[paper.family];
  const run = { font: font.word, size: points(size.body), color: '000000', bold: true };
  const heading = { run, paragraph: { keepNext: true } };
  const file = new Document({
    title: paper.title,
    creator: paper.issuer.join(' '),
    lastModifiedBy: paper.issuer.join(' '),
    styles: {
      default: {
        document: { run: { ...run, bold: false, language: { value: 'vi-VN' } } },
        title: { run },
        heading1: heading,
        heading2: heading,
        heading3: heading,
      },
    },
    sections: [
      section(paper, false, [
        drawHead(paper),
        ...drawTitle(paper),
        ...drawAddressees(paper),
        ...(paper.enacting ? [centred(paper.enacting.by, { bold: true, size: size.body }, 0, 6)] : []),
        ...drawBlocks(groundsOf(paper), { size, landscape: false }),
        ...(paper.enacting ? [centred(paper.enacting.verb, { bold: true, size: size.body }, 6, 6)] : []),
        ...drawBlocks(paper.body, { size, landscape: false, keepsLast: true }),
        ...drawEnd(paper),
      ]),
      ...paper.annexes.map((annex) =>
        section(paper, annex.landscape, [
          centred(annex.word, { bold: true, size: size.annexWord }),
          centred(annex.name, { bold: true, size: size.annexName }),
          centred(annex.of, { italics: true, size: size.body }),
          rule({
            text: annex.of,
            size: size.body,
            share: ruleShare,
            within: widthOf(annex.landscape),
            face: '400Regular_Italic',
          }),
          ...drawBlocks(annex.body, { size, landscape: annex.landscape }),
        ]),
      ),
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

const groundsOf = (paper: LaidPaper) => paper.grounds.map((text) => ({ kind: 'ground', text }) as const);

function widthOf(landscape: boolean): number {
  return (landscape ? sheet.height : sheet.width) - margins.left - margins.right;
}

/** A section's pages are counted from 1, and its first shows no number (Mục I.7, III.1.đ). */
function section(paper: LaidPaper, landscape: boolean, children: readonly FileChild[]): ISectionOptions {
  const tabs = [{ type: TabStopType.CENTER, position: mm(widthOf(landscape) / 2) }];
  const mark = fileMark();
  // At the left: the upper right corner is for the signature of a body on a file attached (Mục II.8.b).
  const marked = mark === undefined ? [] : [new TextRun({ text: mark, bold: true, size: points(9) })];
  const number = new TextRun({ children: ['\t', PageNumber.CURRENT], size: points(sizes[paper.family].pageNumber) });
  const header = (runs: readonly TextRun[]) =>
    new Header({ children: [new Paragraph({ alignment: AlignmentType.LEFT, tabStops: tabs, children: runs })] });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        // docx turns the sheet itself when it lies on its side.
        size: {
          width: mm(sheet.width),
          height: mm(sheet.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: mm(margins.top),
          bottom: mm(margins.bottom),
          left: mm(margins.left),
          right: mm(margins.right),
          header: mm(margins.top / 2),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: { first: header(marked), default: header([...marked, number]) },
    children,
  };
}
