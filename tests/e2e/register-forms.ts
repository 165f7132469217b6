/** The forms of the register, filled in wrongly (forms.ts). */
import { codes } from './cast.ts';
import type { WrongForm } from './forms.ts';
import type { Planted } from './planted.ts';

const nonsense = 'không phải số';

export function registerForms(planted: Planted): Readonly<Record<string, WrongForm>> {
  const at = (path: string) => `/khen-thuong/so/${path}`;
  const honour = at(`da-khen/${planted.pastHonour}`);
  const holder = at(planted.holder);
  return {
    'POST /khen-thuong/so/da-khen/:honourId/sua': {
      who: 'officerOfBinh',
      path: `${honour}/sua`,
      typed: { 'kt-year': nonsense, 'ly-do': 'Ghi nhầm' },
      at: 'kt-year',
    },
    'POST /khen-thuong/so/da-khen/:honourId/gach gach': {
      who: 'officerOfBinh',
      path: `${honour}/gach`,
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /khen-thuong/so/:holderId/ghi/:part': {
      who: 'officerOfBinh',
      path: `${holder}/ghi/xep-loai`,
      typed: { year: nonsense, source: 'Văn bản mẫu' },
      at: 'year',
    },
    'POST /khen-thuong/so/:holderId/sua': {
      who: 'officerOfBinh',
      path: `${holder}/sua`,
      typed: { name: 'Người Mẫu', birthYear: nonsense },
      at: 'birthYear',
    },
    'POST /khen-thuong/so/:holderId/hoan-lai/:mergeId': {
      who: 'appraiser',
      path: at(`${planted.keptHolder}/hoan-lai/${planted.merge}`),
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /khen-thuong/so/moi': {
      who: 'officerOfBinh',
      path: at('moi'),
      typed: { name: 'Người Mẫu', birthYear: nonsense },
      at: 'kind',
    },
    'POST /khen-thuong/so/dia-ban/:code': {
      who: 'appraiser',
      path: at(`dia-ban/${codes.communeBinh}`),
      typed: { nguon: ' ' },
      at: 'nguon',
    },
    'POST /xep-loai/moi': {
      who: 'officerOfBinh',
      path: '/xep-loai/moi',
      typed: { nam: nonsense },
      at: 'nam',
    },
    'POST /xep-loai/:listId luu': {
      who: 'officerOfBinh',
      path: `/xep-loai/${planted.levelList}`,
      typed: { 'van-ban': 'Dài quá '.repeat(60).trim() },
      at: 'van-ban',
    },
    'POST /xep-loai/:listId return': {
      who: 'headOfBinh',
      path: `/xep-loai/${planted.sentLevels}`,
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /xep-loai/:listId discard': {
      who: 'officerOfBinh',
      path: `/xep-loai/${planted.levelList}`,
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /xep-loai/:listId/excel': {
      who: 'officerOfBinh',
      path: `/xep-loai/${planted.levelList}/excel`,
      typed: {},
      at: 'tep',
    },
    'POST /khen-thuong/so/da-khen/excel': {
      who: 'appraiser',
      path: at('da-khen/excel'),
      typed: {},
      at: 'tep',
    },
  };
}
