/** A consolidated report as the official paper it becomes: proposals for what stands around it, and the paper itself. */
import { plainDateIn } from '../../kernel/calendar.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Annex, Block, Paper, Row } from '../../platform/print/paper.ts';
import { annexWord } from '../../platform/print/lay-out.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import { dateText } from '../../ui/moment.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import { authorityLines } from '../organisation/issuer.text.ts';
import type { Desk, FrozenContent, Kind, PaperFacts } from './consolidation.ts';
import { linesOf } from './consolidation.ts';
import type { Piece, PieceTable, Source, Together } from './pieces.ts';
import { textOf, together } from './pieces.ts';

type About = {
  readonly kind: Kind;
  readonly round?: string | undefined;
  readonly scheme?: string | undefined;
  readonly asOf: PlainDate;
};

const year = (day: PlainDate) => day.slice(0, 4);

export function proposedTitle({ kind, round, scheme, asOf }: About): string {
  switch (kind) {
    case 'round':
      return `Tổng hợp kết quả thực hiện phong trào thi đua: ${round ?? ''}`;
    case 'scheme':
      return `Tổng hợp kết quả thực hiện ${scheme ?? ''}`;
    case 'yearly':
      return `Đánh giá kết quả thực hiện phong trào thi đua năm ${year(asOf)}`;
    case 'midterm':
      return `Sơ kết phong trào thi đua đến ngày ${dateText(asOf)}`;
    case 'final':
      return `Tổng kết phong trào thi đua đến ngày ${dateText(asOf)}`;
  }
}

export function proposedPaper(issuer: Issuer, desk: Desk, title: string): PaperFacts {
  const { parent, above, name, place, office, short, family } = issuer;
  const addressees = desk === 'lead' ? 'Sở Nội vụ' : above;
  const about = `${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}`;
  return {
    parent,
    issuer: name,
    symbol: symbolOf(family, 'BC', short),
    place,
    addressees,
    opening: `${name} báo cáo ${about} như sau:`,
    recipients: addressees === '' ? '' : 'Như trên',
    archive: 'VT',
    authority: authorityLines(issuer).join('\n'),
    office,
    signer: '',
  };
}

type Signed = { readonly number: string | null; readonly day: PlainDate | null };

/** Drawn from the frozen content alone; a draft is laid out the same way, its number and day left blank. */
export function paperOf(content: FrozenContent, { number, day }: Signed): Paper {
  const { paper, title, family, frozenOn } = content;
  const parts = content.parts.map((part) => ({
    ...part,
    body: part.pieces.filter(({ placement }) => placement === 'body'),
    annex: part.pieces.filter(({ placement }) => placement === 'annex'),
  }));
  const annexed = parts.filter(({ annex }) => annex.length > 0);
  return {
    family,
    issuer: { ...(paper.parent !== '' && { parent: paper.parent }), name: paper.issuer },
    ...(number !== null && { number: number.split('/')[0] ?? number }),
    symbol: paper.symbol,
    dated: { place: paper.place, day: day ?? year(frozenOn) },
    kind: { name: 'Báo cáo' },
    about: title,
    addressees: linesOf(paper.addressees),
    grounds: [],
    body: [
      ...linesOf(paper.opening).map((text): Block => ({ kind: 'paragraph', text })),
      ...parts.flatMap((part) => {
        const at = annexed.indexOf(part);
        return partBlocks(part.heading, part.body, at < 0 ? undefined : annexWord(at, annexed.length));
      }),
    ],
    signature: { authority: linesOf(paper.authority), office: paper.office, name: paper.signer },
    recipients: linesOf(paper.recipients),
    archive: paper.archive,
    annexes: annexed.map(({ heading, annex }) => annexOf(heading, annex)),
  };
}

/** A paper that has an annex points to it (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục III.1.a). */
function partBlocks(heading: string, pieces: readonly Piece[], annex: string | undefined): readonly Block[] {
  if (pieces.length === 0 && annex === undefined) return [];
  return [
    { kind: 'heading', level: 1, text: heading },
    ...together(pieces).flatMap(pieceBlocks),
    ...(annex === undefined ? [] : [{ kind: 'paragraph', text: `Chi tiết tại ${annex} kèm theo.` } as const]),
  ];
}

function annexOf(name: string, pieces: readonly Piece[]): Annex {
  const landscape = pieces.some(({ content }) => (content?.columns.length ?? 0) > 7);
  return { name, landscape, body: together(pieces).flatMap(pieceBlocks) };
}

/** A unit's words stand under its name; said alike by several, all are named below; figures say what they stand on. */
function pieceBlocks(group: Together<Piece>): readonly Block[] {
  const [piece] = group;
  const { source, content } = piece;
  if (content !== null) return [tableBlock(content), { kind: 'note', text: sourceText(source) }];
  const text = textOf(piece);
  if (source.kind !== 'report') return [{ kind: 'paragraph', text }];
  const about = aboutText(source.about);
  if (group.length === 1) return [{ kind: 'paragraph', text, lead: `${source.unitName}${about}:` }];
  const names = group.map((each) => (each.source.kind === 'report' ? each.source.unitName : ''));
  return [
    { kind: 'paragraph', text, lead: `${formatVietnamese(names.length)} đơn vị${about}:` },
    { kind: 'note', text: `Các đơn vị: ${names.join(', ')}.` },
  ];
}

function tableBlock({ title, columns, rows }: PieceTable): Block {
  return { kind: 'table', title, columns, rows: rows.map((row): Row => ('band' in row ? row : row.cells)) };
}

/** " (DA-07.1)" */
export const aboutText = ({ code }: { readonly code: string }): string => (code === '' ? '' : ` (${code})`);

/** Where a piece comes from, in a sentence: beside it on the page, under a table on paper. */
export function sourceText(source: Source): string {
  switch (source.kind) {
    case 'report':
      return `${source.unitName}, ${source.roundName}, lần gửi ${source.sending} ký ngày ${dateText(source.signedOn)}, mục “${source.section.heading}”${aboutText(source.about)}.`;
    case 'figures': {
      const { snapshot, round, asOf } = source;
      const from = snapshot
        ? `số liệu chốt “${snapshot.title}”`
        : round
          ? `kỳ báo cáo “${round.name}”`
          : figureSource[source.of];
      return source.through
        ? `Nguồn: ${from}, tính đến hết ngày ${dateText(source.through)}, như đã biết ngày ${dateText(asOf)}.`
        : `Nguồn: ${from}, đến ngày ${dateText(asOf)}.`;
    }
    case 'own':
      return `Do ${source.by} viết thêm.`;
  }
}

const figureSource: Readonly<Record<Extract<Source, { kind: 'figures' }>['of'], string>> = {
  sendings: 'kỳ báo cáo',
  late: 'kỳ báo cáo',
  indicators: 'số liệu đã xác nhận của hệ thống; mã và mục theo chỉ thị',
  units: 'số liệu đã xác nhận của hệ thống',
  schemes: 'kế hoạch đã được phê duyệt và đăng ký đã được tiếp nhận',
  criteria: 'nội dung đề án trong chỉ thị và đăng ký đã được tiếp nhận',
  tasks: 'kế hoạch đã được phê duyệt và tiến độ đã báo cáo',
  initiatives: 'các quyết định công nhận đã ghi trên hệ thống',
  findings: 'các biên bản kiểm tra đã chốt trên hệ thống',
  rounds: 'các kỳ báo cáo trên hệ thống',
};

export function fileName(title: string, at: Date): string {
  return `${title.slice(0, 80)} ${plainDateIn(at)}`.replaceAll(/[\\/:*?"<>|]/g, ' ');
}
