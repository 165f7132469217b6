/** The forms of initiatives, filled in wrongly (forms.ts). */
import type { WrongForm } from './forms.ts';
import type { Planted } from './planted.ts';

const nonsense = 'không phải số';

export function initiativeForms(planted: Planted): Readonly<Record<string, WrongForm>> {
  const at = (id: string) => `/sang-kien/${id}`;
  return {
    'POST /sang-kien/moi': {
      who: 'officerOfBinh',
      path: '/sang-kien/moi',
      typed: { kind: 'model', title: 'Mô hình mẫu', year: nonsense, 'tac-gia-0-name': 'Người Mẫu' },
      at: 'year',
    },
    'POST /sang-kien/:initiativeId/sua': {
      who: 'officerOfBinh',
      path: `${at(planted.initiative)}/sua`,
      typed: { title: 'Mô hình mẫu', 'so-0-after': nonsense },
      at: 'so-0-after',
    },
    'POST /sang-kien/:initiativeId attach': {
      who: 'officerOfBinh',
      path: at(planted.initiative),
      typed: {},
      at: 'tep-moi',
    },
    'POST /sang-kien/:initiativeId return': {
      who: 'appraiser',
      path: at(planted.sentInitiative),
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /sang-kien/:initiativeId seat': {
      who: 'appraiser',
      path: at(planted.reviewedInitiative),
      typed: { nguoi: '' },
      at: 'nguoi',
    },
    'POST /sang-kien/:initiativeId refuse': {
      who: 'appraiser',
      path: at(planted.reviewedInitiative),
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /sang-kien/:initiativeId/cham-diem': {
      who: 'appraiser',
      path: `${at(planted.reviewedInitiative)}/cham-diem`,
      typed: { 'diem-1': '31', 'nhan-xet': 'Nhận xét mẫu' },
      at: 'diem-1',
    },
    'POST /sang-kien/:initiativeId recognise': {
      who: 'appraiser',
      path: at(planted.passedInitiative),
      typed: { number: '12/QĐ-UBND', date: '2099-01-01' },
      at: 'date',
    },
    'POST /sang-kien/:initiativeId adopt': {
      who: 'headOfBinh',
      path: at(planted.adoptedInitiative),
      typed: { adoptedOn: '2099-01-01', result: 'Kết quả mẫu' },
      at: 'adoptedOn',
    },
    'POST /sang-kien/:initiativeId adopt-return': {
      who: 'headOfBinh',
      path: at(planted.adoptedInitiative),
      typed: {},
      at: undefined,
    },
    'POST /sang-kien/:initiativeId/so-sanh/:otherId': {
      who: 'appraiser',
      path: `${at(planted.sentInitiative)}/so-sanh/${planted.knownInitiative}`,
      typed: { 'ly-do': 'Lý do mẫu' },
      at: 'ket-luan',
    },
    'POST /thu-vien/moi': {
      who: 'appraiser',
      path: '/thu-vien/moi',
      typed: { title: 'Văn bản mẫu', kind: 'guidance', issuer: 'Sở Mẫu', source: 'Mẫu', inForceFrom: '' },
      at: 'state',
    },
    'POST /thu-vien/:code/ban-moi': {
      who: 'appraiser',
      path: '/thu-vien/luat-06-2022-qh15/ban-moi',
      typed: { source: ' ', note: 'Lưu ý mẫu' },
      at: 'source',
    },
    'POST /thu-vien/:code/quan-he ghi': {
      who: 'appraiser',
      path: '/thu-vien/luat-06-2022-qh15/quan-he',
      typed: { 'quan-he': 'amends' },
      at: 'van-ban',
    },
    'POST /khen-thuong/danh-muc/quy-dinh/moi': {
      who: 'appraiser',
      path: '/khen-thuong/danh-muc/quy-dinh/moi?loai=vote&danh-hieu=bang-khen-tinh',
      typed: { nguon: 'Quy định mẫu', 'muc-do': 'default', 'nd-atLeastPercent': '101' },
      at: 'nd-atLeastPercent',
    },
    'POST /sang-kien/tieu-chi': {
      who: 'appraiser',
      path: '/sang-kien/tieu-chi',
      typed: { ten: 'Bộ tiêu chí mẫu', 'can-cu': 'Quyết định mẫu', 'muc-dat': '900' },
      at: 'muc-dat',
    },
  };
}
