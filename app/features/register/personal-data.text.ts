/** What is kept of a holder, as a paper that they can read (layout of Nghị định 30/2020/NĐ-CP; no form of it is laid down in what was read). */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Block, Paper } from '../../platform/print/paper.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import { dateText } from '../../ui/moment.ts';
import { awardNameOn, awardName } from '../awards/text.ts';
import type { Holder as HolderKind } from '../awards/award.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import { correctionText } from './correction.text.ts';
import { written } from './note.ts';
import { noteKindText, noteLine, noteText as noteWords } from './note.text.ts';
import type { PersonalData, Proposal } from './personal-data.server.ts';
import {
  awardKindText,
  genderText,
  groupName,
  holderFieldText as field,
  knownText,
  numberText,
  registerText,
  scopeText,
} from './text.ts';

export const personalDataText = {
  pdf: 'Bản in (PDF)',
  word: 'Bản Word',
  file: 'Tệp dữ liệu (JSON)',
  name: 'du-lieu-doi-tuong',
} as const;

const about: Readonly<Record<HolderKind, (name: string) => string>> = {
  person: (name) => `Dữ liệu cá nhân đang lưu về ông/bà ${name}`,
  collective: (name) => `Dữ liệu đang lưu về tập thể ${name}`,
  household: (name) => `Dữ liệu đang lưu về hộ gia đình ${name}`,
};
const outcomeText: Readonly<Record<Proposal['outcome'], string>> = {
  open: 'chưa quyết định',
  granted: 'được tặng',
  refused: 'không tặng',
  removed: 'đã đưa ra khỏi danh sách',
};

export function personalDataPaper(data: PersonalData, issuer: Issuer): Paper {
  const { holder, madeAt } = data;
  return {
    family: issuer.family,
    issuer: { name: issuer.name, ...(issuer.parent !== '' && { parent: issuer.parent }) },
    symbol: symbolOf(issuer.family, '', issuer.short),
    dated: { place: issuer.place, day: plainDateIn(madeAt) },
    kind: { name: 'Bản cung cấp dữ liệu' },
    about: about[holder.kind](holder.name),
    addressees: [],
    grounds: [],
    body: [
      {
        kind: 'paragraph',
        text: `Sổ khen thưởng ngày ${dateText(plainDateIn(madeAt))} đang lưu những thông tin sau đây.`,
      },
      ...part('Thông tin chung', factsOf(data)),
      ...honoursPart(data),
      ...part(
        'Quá trình',
        data.notes.map(({ kind, row }) => noteText(kind, row)),
      ),
      ...(data.removedNotes.length > 0
        ? part('Ghi chép đã bỏ, không còn tính', data.removedNotes.map(removedText))
        : []),
      ...part(
        'Sáng kiến được công nhận',
        data.initiatives.map(
          ({ title, year, scope }) => `${title} (năm ${year}, phạm vi ảnh hưởng: ${scopeText[scope]})`,
        ),
      ),
      ...part('Hồ sơ đã đề nghị khen thưởng', data.proposals.map(proposalText)),
      ...part(
        'Tiền thưởng đã chi',
        data.payments.map(
          (one) =>
            `${awardName(one.awardCode)} năm ${one.year}: ${numberText(one.amount)} đồng, ngày ${dateText(one.paidOn)}, chứng từ ${one.voucher}`,
        ),
      ),
      ...part(
        'Dòng trùng đã nhập vào',
        data.merged.map(
          ({ mergedName, mergedAt, reason }) =>
            `${mergedName}, nhập ngày ${dateText(plainDateIn(mergedAt))}: ${reason}`,
        ),
      ),
      {
        kind: 'note',
        text: 'Bản này không gồm thông tin của người khác: tên người ghi sổ, đơn khiếu nại, tố cáo, ý kiến góp ý và ý kiến của cơ quan khác. Lần cung cấp này đã ghi vào nhật ký của hệ thống. Thông tin chưa đúng thì đề nghị đơn vị quản lý đính chính.',
      },
    ],
    signature: { authority: [], office: issuer.office },
    cosigner: { authority: [], office: 'Người lập' },
    recipients: ['Người có yêu cầu'],
    archive: 'VT',
  };
}

/** What nothing was entered of says so, so that an empty part is no omission. */
function part(heading: string, items: readonly string[]): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: heading },
    items.length === 0
      ? { kind: 'paragraph', text: 'Chưa ghi nội dung nào.' }
      : { kind: 'list', marks: 'dashes', items },
  ];
}

function factsOf({ holder }: PersonalData): readonly string[] {
  const known = (value: string | number | null | undefined) => String(value ?? registerText.unknown);
  const person = [
    [field.gender, known(holder.gender && genderText[holder.gender])],
    [field.birthYear, known(holder.birthYear)],
    [field.identity, known(holder.identity)],
    [field.position, known(holder.positionTitle)],
    [field.leader, knownText(holder.isLeader)],
    [field.direct, knownText(holder.worksDirectly)],
  ];
  const pairs = [
    [field.name, holder.name],
    [field.unit, known(holder.unit?.name)],
    [field.group, known(holder.groupCode && groupName(holder.groupCode))],
    ...(holder.kind === 'person' ? person : []),
    ...(holder.kind === 'collective' ? [[field.foundedYear, known(holder.foundedYear)]] : []),
    ...(holder.endedOn === null ? [] : [[field.endedOn, dateText(holder.endedOn)]]),
    [field.source, known(holder.source)],
  ];
  return pairs.map(([label = '', value = '']) => `${label}: ${value}`);
}

function honoursPart({ honours }: PersonalData): readonly Block[] {
  const heading = { kind: 'heading', level: 1, text: registerText.held } as const;
  if (honours.length === 0) return [heading, { kind: 'paragraph', text: registerText.heldEmpty }];
  const columns = [
    { heading: 'TT', share: 6, align: 'center' },
    { heading: registerText.award, share: 30, align: 'left' },
    { heading: registerText.year, share: 9, align: 'center' },
    { heading: registerText.decision, share: 30, align: 'left' },
    { heading: registerText.decidedBy, share: 25, align: 'left' },
  ] as const;
  const rows = honours.map((one, at) => [
    String(at + 1),
    [awardNameOn(one.awardCode, one.decidedOn), awardKindText[one.kind as keyof typeof awardKindText], one.achievement]
      .filter(Boolean)
      .join('; '),
    String(one.year),
    [
      registerText.decisionOf(one.decisionNumber, one.decidedOn),
      one.goldenBookNumber === null ? '' : `${registerText.goldenBook} ${one.goldenBookNumber}`,
      one.revokedOn === null ? '' : registerText.revoked(one.revokedOn, one.revokedBy ?? ''),
      one.struckReason === null ? '' : correctionText.struckAs(one.struckReason),
    ]
      .filter(Boolean)
      .join('; '),
    one.decidedBy,
  ]);
  return [heading, { kind: 'table', columns, rows }];
}

function noteText(kind: PersonalData['notes'][number]['kind'], row: PersonalData['notes'][number]['row']): string {
  const { what, detail } = noteLine(kind, row);
  const year = kind === 'year' || kind === 'members' || kind === 'block' ? `, năm ${written(row['year'])}` : '';
  const from = row['source'];
  const source = typeof from === 'string' && !detail.includes(from) ? `nguồn: ${from}` : '';
  return `${noteKindText[kind]}${year}: ${[what, detail, source].filter(Boolean).join('; ')}`;
}

const removedText = ({ kind, row, removedOn, reason }: PersonalData['removedNotes'][number]) =>
  `${noteText(kind, row)}. ${noteWords.removedAs(dateText(removedOn), reason)}`;

const proposalText = ({ dossierCode, year, awardCode, outcome }: Proposal) =>
  `Hồ sơ ${dossierCode}, năm ${year}: ${awardName(awardCode)}, ${outcomeText[outcome]}`;
