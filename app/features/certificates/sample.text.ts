/** A certificate of nobody, to look at a layout. */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import type { CertificateRow } from './certificate.server.ts';

type Sample = { readonly awardCode: string; readonly issuer: Issuer; readonly today: PlainDate; readonly now: Date };

export function sampleRow({ awardCode, issuer, today, now }: Sample): CertificateRow {
  const enactedBy = issuer.onBehalfOf === '' ? issuer.name : `${issuer.office} ${issuer.name}`;
  const empty = {
    about: '',
    issuerParent: '',
    symbol: '',
    grounds: '',
    proposal: '',
    bonus: '',
    carrying: '',
    recipients: '',
    archive: '',
  };
  return {
    id: '',
    code: 'MAUMAUMAUM',
    decisionId: '',
    unitId: '',
    content: {
      ...empty,
      issuer: issuer.name,
      place: issuer.place,
      enactedBy,
      merit: `đã có thành tích xuất sắc trong phong trào thi đua năm ${today.slice(0, 4)}`,
      authority: '',
      office: issuer.office,
      signer: 'Người Mẫu Ký',
    },
    decisionNumber: '00/QĐ-UBND',
    decidedOn: today,
    issuedAt: now,
    goldenBookNumber: `0/${today.slice(0, 4)}`,
    awardCode,
    year: Number(today.slice(0, 4)),
    name: 'Nguyễn Văn Mẫu',
    holderKind: 'person',
    positionTitle: 'Chuyên viên',
    unitName: 'Đơn vị Mẫu',
    posthumous: false,
    achievement: null,
    revokedOn: null,
    revokedBy: null,
  };
}
