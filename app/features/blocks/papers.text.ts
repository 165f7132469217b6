/**
 * The pact and the minutes as papers in the layout of Nghị định 30/2020/NĐ-CP. Giao ước is not among the kinds that the decree names: it is drawn as minutes are (Phụ lục III, Mẫu 1.9), with
 * the signers in a table, and the number left to the clerk.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Block, Paper } from '../../platform/print/paper.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import { dateText, momentText } from '../../ui/moment.ts';
import type { BlockKind } from '../organisation/block.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import type { SeatInYear } from './block-year.ts';
import type { Minutes } from './minutes.ts';
import type { PactRow } from './pacts.server.ts';
import type { PactSignature } from './signing.server.ts';
import { attendanceText, blocksText, fieldText, pactStageText } from './text.ts';

type PactPaper = {
  readonly pact: PactRow;
  readonly block: { readonly name: string; readonly kind: BlockKind };
  readonly seats: readonly SeatInYear[];
  readonly signatures: readonly PactSignature[];
  readonly issuer: Issuer;
};

export function pactPaper({ pact, block, seats, signatures, issuer }: PactPaper): Paper {
  const standing = signatures.filter(({ withdrawnAt }) => withdrawnAt === null);
  const lead = standing.find(({ unitId }) => seats.some((seat) => seat.unitId === unitId && seat.part === 'lead'));
  return {
    ...headOf(issuer, ''),
    kind: { name: pact.title },
    about: block.name,
    body: [
      ...paragraphs(pact.content),
      {
        kind: 'table',
        title: 'Các đơn vị ký giao ước',
        columns: [
          { heading: 'TT', share: 6, align: 'center' },
          { heading: 'Đơn vị', share: 28, align: 'left' },
          { heading: 'Người ký', share: 26, align: 'left' },
          { heading: 'Chức vụ', share: 22, align: 'left' },
          { heading: 'Thời điểm ký', share: 18, align: 'center' },
        ],
        rows: rowsOf(seats, standing),
      },
      ...(pact.unsignedReason === null ? [] : [note(blocksText.unsigned(pact.unsignedReason))]),
      note(stateLine(pact)),
    ],
    signature: { authority: [], office: leadOffice[block.kind], ...(lead && { name: lead.name }) },
    recipients: ['Các đơn vị thành viên', 'Cơ quan thường trực Hội đồng Thi đua - Khen thưởng tỉnh'],
    archive: 'VT',
  };
}

const leadOffice: Readonly<Record<BlockKind, string>> = { khoi: 'Trưởng khối', cum: 'Trưởng cụm' };

/** Signatures are given in the product: what each is on can be held against the words by their digest. */
function stateLine({ stage, edition, closedAt, digest }: PactRow): string {
  const state = `Bản ${edition}: ${pactStageText[stage].toLocaleLowerCase('vi')}`;
  const closed = closedAt === null ? '' : `, ${blocksText.closedOn(closedAt).toLocaleLowerCase('vi')}`;
  return `${state}${closed}. Chữ ký do thủ trưởng từng đơn vị ghi nhận trên hệ thống.${digest === null ? '' : ` ${blocksText.digest(digest)}.`}`;
}

function rowsOf(seats: readonly SeatInYear[], standing: readonly PactSignature[]): readonly (readonly string[])[] {
  const seatedIds = new Set(seats.map(({ unitId }) => unitId));
  const gone = standing
    .filter(({ unitId }) => !seatedIds.has(unitId))
    .map(({ unitId, unitName }) => ({ unitId, name: unitName }));
  return [...seats, ...gone].map(({ unitId, name }, at) => {
    const signature = standing.find((one) => one.unitId === unitId);
    if (!signature) return [String(at + 1), name, blocksText.notSigned, '', ''];
    const unit = signature.handName === null ? name : `${name} (${blocksText.signedHand(signature.handName)})`;
    const who =
      signature.forName === null ? signature.name : `${signature.name} (${blocksText.signedFor(signature.forName)})`;
    return [String(at + 1), unit, who, signature.post, momentText(signature.signedAt)];
  });
}

type MinutesPaper = {
  readonly minutes: Minutes;
  readonly issuer: Issuer;
  readonly closedAt: Date | null;
  readonly digest: string | null;
};

export function blockMinutesPaper({ minutes, issuer, closedAt, digest }: MinutesPaper): Paper {
  const { attended, agreements } = minutes;
  const state =
    closedAt === null
      ? 'Dự thảo, chưa chốt.'
      : `${blocksText.minutesClosed(closedAt)}. ${digest === null ? '' : `${blocksText.digest(digest)}.`}`;
  return {
    ...headOf(issuer, 'BB'),
    kind: { name: 'Biên bản' },
    about: `${minutes.title}, ${minutes.block}`,
    body: [
      {
        kind: 'paragraph',
        lead: 'Thời gian bắt đầu:',
        text: `${begin(minutes.heldOn, minutes.beganAt || minutes.time)}.`,
      },
      { kind: 'paragraph', lead: 'Địa điểm:', text: `${minutes.place}.` },
      { kind: 'paragraph', lead: 'Chủ trì:', text: `${minutes.chair || '…'}.` },
      { kind: 'paragraph', lead: 'Thư ký:', text: `${minutes.secretary || '…'}.` },
      { kind: 'heading', level: 1, text: fieldText.attendance },
      {
        kind: 'table',
        columns: [
          { heading: 'TT', share: 6, align: 'center' },
          { heading: 'Đơn vị', share: 44, align: 'left' },
          { heading: blocksText.state, share: 20, align: 'center' },
          { heading: blocksText.whoCame, share: 30, align: 'left' },
        ],
        rows: attended.map(({ name, state: was, who }, at) => [
          String(at + 1),
          name,
          was === null ? blocksText.notSaid : attendanceText[was],
          who,
        ]),
      },
      { kind: 'heading', level: 1, text: fieldText.agenda },
      ...paragraphs(minutes.agenda),
      { kind: 'heading', level: 1, text: fieldText.course },
      ...paragraphs(minutes.course),
      { kind: 'heading', level: 1, text: fieldText.conclusion },
      ...paragraphs(minutes.conclusion),
      ...agreed(agreements),
      ...ending(minutes),
      note(state),
    ],
    signature: { authority: [], office: 'Chủ trì', ...(minutes.chair !== '' && { name: nameIn(minutes.chair) }) },
    cosigner: { authority: [], office: 'Thư ký', ...(minutes.secretary !== '' && { name: nameIn(minutes.secretary) }) },
    recipients: ['Các đơn vị thành viên'],
    archive: 'VT',
  };
}

/** As Mẫu 1.9 writes it: 8 giờ 30, ngày 02 tháng 02 năm 2026. */
function begin(day: PlainDate, time: string): string {
  const [year, month, date] = day.split('-');
  const long = `ngày ${date} tháng ${month} năm ${year}`;
  return time === '' ? long : `${time.replace(':', ' giờ ')}, ${long}`;
}

/** As Mẫu 1.9 ends. */
function ending({ heldOn, endedAt = '' }: Minutes): readonly Block[] {
  return endedAt === '' ? [] : paragraphs(`Cuộc họp kết thúc vào ${begin(heldOn, endedAt)}.`);
}

/** Whatever stands behind a comma is the post. */
const nameIn = (text: string) => text.split(',')[0]?.trim() ?? text;

function agreed(agreements: Minutes['agreements']): readonly Block[] {
  if (agreements.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: blocksText.agreements },
    {
      kind: 'table',
      columns: [
        { heading: 'TT', share: 6, align: 'center' },
        { heading: fieldText.what, share: 48, align: 'left' },
        { heading: fieldText.unit, share: 30, align: 'left' },
        { heading: fieldText.dueOn, share: 16, align: 'center' },
      ],
      rows: agreements.map(({ what, unitName, dueOn }, at) => [String(at + 1), what, unitName, dateText(dueOn)]),
    },
  ];
}

function headOf(issuer: Issuer, kind: string) {
  return {
    family: issuer.family,
    issuer: { name: issuer.name, ...(issuer.parent !== '' && { parent: issuer.parent }) },
    symbol: symbolOf(issuer.family, kind, issuer.short),
    addressees: [],
    grounds: [],
  };
}

const paragraphs = (text: string): readonly Block[] => (text === '' ? [] : [{ kind: 'paragraph', text }]);
const note = (text: string): Block => ({ kind: 'note', text });
