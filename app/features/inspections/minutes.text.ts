/**
 * The minutes of an inspection as a paper (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9): no place and day in the head, when and
 * where first, who was there, what was done and found, what is asked with its day; two signatures.
 */
import type { Block, Paper } from '../../platform/print/paper.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import { dateText } from '../../ui/moment.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import type { OneInspection } from './one.server.ts';
import { fieldText, memberPartText } from './text.ts';

type Printed = Pick<OneInspection, 'inspection' | 'team' | 'findings'> & { readonly issuer: Issuer };

export function minutesPaper({ inspection, team, findings, issuer }: Printed): Paper {
  const { heldOn, heldUntil, place, unitName, byUnitName, kind } = inspection;
  const days =
    heldOn === null
      ? '…'
      : heldUntil === null || heldUntil === heldOn
        ? `ngày ${dateText(heldOn)}`
        : `từ ngày ${dateText(heldOn)} đến ngày ${dateText(heldUntil)}`;
  const leader = team.find(({ part }) => part === 'leader');
  return {
    family: issuer.family,
    issuer: { name: issuer.name, ...(issuer.parent !== '' && { parent: issuer.parent }) },
    symbol: symbolOf(issuer.family, 'BB', issuer.short),
    kind: { name: 'Biên bản' },
    about: `${inspection.title} tại ${unitName}`,
    addressees: [],
    grounds: [],
    body: [
      { kind: 'paragraph', lead: 'Thời gian:', text: `${days}.` },
      ...(place === '' ? [] : [{ kind: 'paragraph', lead: 'Địa điểm:', text: `${place}.` } as const]),
      { kind: 'paragraph', lead: 'Cơ quan kiểm tra:', text: `${byUnitName}.` },
      { kind: 'heading', level: 1, text: 'Thành phần' },
      {
        kind: 'list',
        marks: 'dashes',
        items: team.map(({ name, part }) => `${name}, ${memberPartText[part].toLocaleLowerCase('vi')}`),
      },
      ...paragraphs(inspection.attendees),
      { kind: 'heading', level: 1, text: fieldText.content },
      ...paragraphs(inspection.content),
      ...part(fieldText.course, inspection.course),
      ...part(fieldText.results, inspection.results),
      ...findingsIn(findings),
      ...part(fieldText.opinions, inspection.opinions),
      ...part(fieldText.conclusion, inspection.conclusion),
    ],
    signature: {
      authority: [],
      office: kind === 'self_check' ? 'Người chủ trì' : 'Trưởng đoàn',
      ...(leader && { name: leader.name }),
    },
    cosigner: { authority: [], office: kind === 'self_check' ? 'Thư ký' : 'Đại diện đơn vị được kiểm tra' },
    recipients: [unitName, byUnitName].filter((name, at, all) => all.indexOf(name) === at),
    archive: 'VT',
  };
}

function part(heading: string, text: string): readonly Block[] {
  return text === '' ? [] : [{ kind: 'heading', level: 1, text: heading }, ...paragraphs(text)];
}

const paragraphs = (text: string): readonly Block[] => (text === '' ? [] : [{ kind: 'paragraph', text }]);

function findingsIn(findings: OneInspection['findings']): readonly Block[] {
  if (findings.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: 'Tồn tại và yêu cầu khắc phục' },
    {
      kind: 'table',
      columns: [
        { heading: 'TT', share: 6, align: 'center' },
        { heading: fieldText.statement, share: 40, align: 'left' },
        { heading: fieldText.remedy, share: 36, align: 'left' },
        { heading: fieldText.dueOn, share: 18, align: 'center' },
      ],
      rows: findings.map(({ position, statement, remedy, dueOn }) => [
        String(position),
        statement,
        remedy,
        dateText(dueOn),
      ]),
    },
  ];
}
