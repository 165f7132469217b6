/** The forms of reporting rounds, filled in wrongly (forms.ts). */
import type { Cast } from './cast.ts';
import { codes } from './cast.ts';
import type { WrongForm } from './forms.ts';
import type { Planted } from './planted.ts';

export function roundForms(cast: Cast, planted: Planted): Readonly<Record<string, WrongForm>> {
  const who = 'appraiser';
  const round = `/ky-bao-cao/${planted.round}`;
  const form = `/mau-bao-cao/${planted.draftForm}`;
  return {
    'POST /ky-bao-cao/moi': {
      who,
      path: '/ky-bao-cao/moi',
      typed: { ten: 'Kỳ mẫu', ky: 'dot-xuat', 'tu-ngay': '2026-05-10', 'den-ngay': '2026-05-01', han: '2020-01-01' },
      at: 'han',
    },
    'POST /ky-bao-cao/:roundId exempt': {
      who,
      path: round,
      typed: { 'don-vi': cast.units.wardChi, 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /ky-bao-cao/:roundId postpone': {
      who,
      path: round,
      typed: { han: '2020-01-01', 'ly-do': 'Mưa lũ' },
      at: 'han',
    },
    'POST /ky-bao-cao/:roundId add': {
      who,
      path: round,
      typed: { 'don-vi': cast.units.department, 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /ky-bao-cao/:roundId out': {
      who,
      path: round,
      typed: { 'don-vi': cast.units.wardChi, 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /ky-bao-cao/:roundId/sua': {
      who,
      path: `/ky-bao-cao/${planted.draftRound}/sua`,
      typed: { ten: ' ', han: '2020-01-01' },
      at: 'ten',
    },
    'POST /bao-cao/:roundId/:code': {
      who: 'officerOfBinh',
      path: `/bao-cao/${planted.round}/${codes.communeBinh}`,
      typed: { 'muc-1': 'Kết quả đề án số 17', 'muc-6': 'Nội dung mẫu' },
      at: 'muc-1',
    },
    'POST /bao-cao/:roundId/:code return': {
      who,
      path: `/bao-cao/${planted.round}/${codes.communeAn}`,
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /mau-bao-cao/moi': { who, path: '/mau-bao-cao/moi', typed: { ten: 'Mẫu của đề án số 17' }, at: 'ten' },
    'POST /mau-bao-cao/:formId name': { who, path: form, typed: { ten: ' ' }, at: 'ten' },
    'POST /mau-bao-cao/:formId/muc/:position': {
      who,
      path: `${form}/muc/1`,
      typed: { 'tieu-de': ' ', 'huong-dan': 'Gợi ý mẫu' },
      at: 'tieu-de',
    },
  };
}
