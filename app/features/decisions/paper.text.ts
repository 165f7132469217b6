/** The decision as a paper (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2), its list as annex, and the submission (tờ trình, Mẫu 1.4). */
import type { PlainDate } from '../../kernel/calendar.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { Annex, Block, Paper, Row } from '../../platform/print/paper.ts';
import type { Holder } from '../awards/award.ts';
import { getAward } from '../awards/award.ts';
import type { DecisionContent, DecisionLine } from './decision.ts';
import { granted, inOrder } from './decision.ts';
import { awardName, givingVerb, holderCountText } from './draft.text.ts';

type Printed = {
  readonly content: DecisionContent;
  readonly number: number | null;
  readonly decidedOn: PlainDate | null;
  readonly year: number;
};
const n = (count: number) => formatVietnamese(count);
const linesIn = (text: string) =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** `annexes`: files attached to it that are not in its own file; a paper names what comes with it (Phụ lục I, Phần I, III.1.a). */
export function decisionPaper(
  { content, number, decidedOn, year }: Printed,
  all: readonly DecisionLine[],
  annexes: readonly { readonly name: string }[],
): Paper {
  const lines = inOrder(granted(all));
  const articles = [
    articleOne(content, lines) + attachedText(annexes),
    ...(content.bonus === '' ? [] : [content.bonus]),
    content.carrying,
  ];
  return {
    family: 'state',
    issuer: { name: content.issuer, ...(content.issuerParent !== '' && { parent: content.issuerParent }) },
    ...(number !== null && { number: String(number) }),
    symbol: content.symbol,
    dated: { place: content.place, day: decidedOn ?? String(year) },
    kind: { name: 'Quyết định' },
    about: content.about,
    addressees: [],
    grounds: [...linesIn(content.grounds), content.proposal],
    enacting: { by: content.enactedBy, verb: 'Quyết định' },
    body: articles.map((text, at): Block => ({ kind: 'paragraph', lead: `Điều ${at + 1}.`, text })),
    signature: {
      authority: content.authority === '' ? [] : [content.authority],
      office: content.office,
      ...(content.signer !== '' && { name: content.signer }),
    },
    recipients: linesIn(content.recipients),
    archive: content.archive,
    annexes: lines.length > 1 ? [listAnnex(lines, content.enactedBy)] : [],
  };
}

function articleOne({ merit, enactedBy }: DecisionContent, lines: readonly DecisionLine[]): string {
  const [only] = lines;
  if (lines.length === 1 && only) {
    const { name, positionTitle, unitName, awardCode } = only;
    const who = [name, positionTitle, unitName === name ? null : unitName].filter(Boolean).join(', ');
    return `${givingVerb(only)} ${awardText(awardCode, enactedBy)} cho ${who}, ${merit}.`;
  }
  const parts = groupsOf(lines).map(
    ({ verb, awardCode, members }) => `${verb} ${awardText(awardCode, enactedBy)} cho ${countText(members)}`,
  );
  return `${parts.join('; ')}, ${merit} (có danh sách kèm theo).`;
}

function attachedText(annexes: readonly { readonly name: string }[]): string {
  if (annexes.length === 0) return '';
  const named =
    annexes.length === 1 ? annexes.map(({ name }) => name) : annexes.map(({ name }, at) => `${at + 1}) ${name}`);
  return `\nKèm theo Quyết định này (tệp riêng, ký số của cơ quan): ${named.join('; ')}.`;
}

export function awardText(code: string, enactedBy: string): string {
  const { name, type } = getAward(code);
  return type === 'title' ? `danh hiệu “${name}”` : awardName(code, enactedBy);
}

type Group = { readonly verb: string; readonly awardCode: string; readonly members: readonly DecisionLine[] };

function groupsOf(lines: readonly DecisionLine[]): readonly Group[] {
  const groups = Map.groupBy(lines, (line) => `${line.awardCode} ${line.posthumous}`);
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    return first ? [{ verb: givingVerb(first), awardCode: first.awardCode, members }] : [];
  });
}

export function countText(members: readonly Pick<DecisionLine, 'holderKind'>[]): string {
  const counts = (['collective', 'household', 'person'] as const satisfies readonly Holder[]).flatMap((kind) => {
    const count = members.filter(({ holderKind }) => holderKind === kind).length;
    return count === 0 ? [] : [`${n(count).padStart(2, '0')} ${holderCountText[kind]}`];
  });
  return counts.join(', ');
}

/** Who is only proposed has not been commended yet. */
const annexNames = {
  decision: 'Danh sách tập thể, cá nhân, hộ gia đình được khen thưởng',
  submission: 'Danh sách tập thể, cá nhân, hộ gia đình đề nghị khen thưởng',
} as const;

function listAnnex(lines: readonly DecisionLine[], enactedBy: string): Annex {
  let at = 0;
  const rows = groupsOf(lines).flatMap(({ verb, awardCode, members }): readonly Row[] => [
    { band: `${verb} ${awardText(awardCode, enactedBy)}: ${countText(members)}` },
    ...members.map((line): Row => {
      at += 1;
      return [String(at), line.name, [line.positionTitle, line.unitName].filter(Boolean).join(', ')];
    }),
  ]);
  return {
    name: annexNames.decision,
    body: [
      {
        kind: 'table',
        columns: [
          { heading: 'STT', share: 1, align: 'center' },
          { heading: 'Họ và tên, tên tập thể', share: 5, align: 'left' },
          { heading: 'Chức vụ, đơn vị', share: 6, align: 'left' },
        ],
        rows,
      },
    ],
  };
}

export type SubmissionFrom = {
  readonly issuer: {
    readonly parent: string;
    readonly name: string;
    readonly short: string;
    readonly place: string;
    readonly office: string;
  };
  /** Submitted within the body whose head decides: who appraised signs, not the head to themselves. */
  readonly isOwn: boolean;
  readonly to: string;
  readonly today: PlainDate;
  readonly shares?: readonly string[];
};

/** The appraising body submits what is proposed, with what is refused and why. */
export function submissionPaper(
  { content }: { readonly content: Pick<DecisionContent, 'about' | 'grounds' | 'enactedBy'> },
  all: readonly DecisionLine[],
  { issuer, isOwn, to, today, shares = [] }: SubmissionFrom,
): Paper {
  const [given, refused] = [inOrder(granted(all)), all.filter(({ verdict }) => verdict === 'refuse')];
  const dossiers = [...new Set(all.map(({ dossierCode }) => dossierCode))];
  const { enactedBy } = content;
  return {
    family: 'state',
    issuer: { name: issuer.name, ...(issuer.parent !== '' && { parent: issuer.parent }) },
    symbol: `TTr-${issuer.short}`,
    dated: { place: issuer.place, day: today.slice(0, 7) },
    kind: { name: 'Tờ trình' },
    about: content.about,
    addressees: [to],
    grounds: linesIn(content.grounds),
    body: [
      {
        kind: 'paragraph',
        text: `Sau khi thẩm định ${n(dossiers.length)} hồ sơ (mã ${dossiers.join(', ')}), ${issuer.name} kính trình ${to} xem xét, quyết định khen thưởng như sau:`,
      },
      { kind: 'heading', level: 2, text: 'Đề nghị khen thưởng' },
      {
        kind: 'list',
        marks: 'dashes',
        items: groupsOf(given).map(
          ({ verb, awardCode, members }) => `${verb} ${awardText(awardCode, enactedBy)} cho ${countText(members)}`,
        ),
      },
      ...(shares.length > 0
        ? [
            { kind: 'heading', level: 2, text: 'Cơ cấu' } as const,
            { kind: 'list', marks: 'dashes', items: shares } as const,
          ]
        : []),
      { kind: 'heading', level: 2, text: 'Không đề nghị' },
      refused.length === 0
        ? { kind: 'paragraph', text: 'Không có.' }
        : {
            kind: 'list',
            marks: 'dashes',
            items: refused.map(({ name, unitName, reason }) => `${name} (${unitName}): ${reason ?? ''}`),
          },
      { kind: 'paragraph', text: `Kính trình ${to} xem xét, quyết định` },
    ],
    signature: { authority: [], office: isOwn ? 'Người thẩm định' : issuer.office },
    recipients: ['Như trên'],
    archive: 'VT',
    annexes: given.length > 0 ? [{ ...listAnnex(given, enactedBy), name: annexNames.submission }] : [],
  };
}
