/** The forms of a judgement, its cards and its leaders, filled in wrongly (forms.ts). */
import type { WrongForm } from './forms.ts';
import type { Planted } from './planted.ts';

const nonsense = 'không phải số';

export function judgementForms(planted: Planted): Readonly<Record<string, WrongForm>> {
  const who = 'appraiser';
  const judgement = `/cham-diem/${planted.judgement}`;
  const unanswered = { who, path: '/cham-diem/dan-dau', typed: { 'ly-do': 'Lý do mẫu' }, at: 'tra-loi' } as const;
  const appeal = `/cham-diem/kien-nghi/${planted.appeal}`;
  const announced = `/cham-diem/phieu/${planted.announcedCard}`;
  const card = `/cham-diem/phieu/${planted.card}`;
  return {
    'POST /cham-diem/phieu/:cardId/cham/:step': {
      who: 'officerOfBinh',
      path: `${card}/cham/tu-cham`,
      typed: { 'points.I.1': nonsense },
      at: 'points.I.1',
    },
    'POST /cham-diem/phieu/:cardId/minh-chung attach': {
      who: 'officerOfBinh',
      path: `${card}/minh-chung`,
      typed: {},
      at: 'tep',
    },
    'POST /cham-diem/phieu/:cardId/excel': { who: 'officerOfBinh', path: `${card}/excel`, typed: {}, at: 'tep' },
    'POST /cham-diem/kien-nghi/:appealId attach': { who: 'headOfBinh', path: appeal, typed: {}, at: 'tep' },
    'POST /cham-diem/kien-nghi/:appealId withdraw': {
      who: 'headOfBinh',
      path: appeal,
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /cham-diem/phieu/:cardId answer': {
      who: 'appraiser',
      path: announced,
      typed: { answer: 'Trả lời mẫu' },
      at: 'verdict',
    },
    'POST /cham-diem/moi': {
      who,
      path: '/cham-diem/moi',
      typed: { title: 'Chấm điểm thử', objectionDays: nonsense },
      at: 'objectionDays',
    },
    'POST /cham-diem/:judgementId cancel': { who, path: judgement, typed: { reason: ' ' }, at: 'reason' },
    'POST /cham-diem/:judgementId/sua': {
      who,
      path: `${judgement}/sua`,
      typed: { title: 'Chấm điểm thử', objectionDays: nonsense },
      at: 'objectionDays',
    },
    'POST /cham-diem/dan-dau ket-luan': unanswered,
    'POST /cham-diem/dan-dau chon': unanswered,
  };
}
