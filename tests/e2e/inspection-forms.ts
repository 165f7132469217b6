/** The forms of inspections and of the register of secret papers, filled in wrongly (forms.ts). */
import type { WrongForm } from './forms.ts';
import type { Planted } from './planted.ts';

export function inspectionForms(planted: Planted): Readonly<Record<string, WrongForm>> {
  const planned = `/kiem-tra/${planted.plannedInspection}`;
  const held = `/kiem-tra/${planted.inspection}`;
  return {
    'POST /van-ban-mat/moi': {
      who: 'officerOfBinh',
      path: '/van-ban-mat/moi',
      typed: { number: 'đã đạt 80%', date: '2026-01-05' },
      at: 'number',
    },
    'POST /van-ban-mat/:paperId receive': {
      who: 'appraiser',
      path: `/van-ban-mat/${planted.secretPaper}`,
      typed: { receivedOn: '2099-01-01' },
      at: 'receivedOn',
    },
    'POST /kiem-tra/chuong-trinh/moi': {
      who: 'appraiser',
      path: '/kiem-tra/chuong-trinh/moi',
      typed: { title: 'Chương trình mẫu', purpose: ' ' },
      at: 'purpose',
    },
    'POST /kiem-tra/chuong-trinh/:programmeId/sua': {
      who: 'appraiser',
      path: `/kiem-tra/chuong-trinh/${planted.programme}/sua`,
      typed: { title: ' ', purpose: 'Mục đích khác' },
      at: 'title',
    },
    'POST /kiem-tra/chuong-trinh/:programmeId approve': {
      who: 'appraiser',
      path: `/kiem-tra/chuong-trinh/${planted.programme}`,
      typed: { number: '25/KH-MAU', date: '2099-01-01' },
      at: 'date',
    },
    'POST /kiem-tra/moi': {
      who: 'headOfBinh',
      path: '/kiem-tra/moi',
      typed: { title: 'Kiểm tra mẫu', content: 'Nội dung mẫu', member: 'Người mẫu' },
      at: 'unit',
    },
    'POST /kiem-tra/:inspectionId/sua': {
      who: 'appraiser',
      path: `${planned}/sua`,
      typed: { title: 'Kiểm tra mẫu', lastDay: '2000-01-01' },
      at: 'lastDay',
    },
    'POST /kiem-tra/:inspectionId/bien-ban': {
      who: 'appraiser',
      path: `${planned}/bien-ban`,
      typed: { heldOn: '2099-01-01', heldUntil: '2099-01-01', results: 'Kết quả mẫu' },
      at: 'heldUntil',
    },
    'POST /kiem-tra/:inspectionId cancel': { who: 'appraiser', path: planned, typed: { reason: ' ' }, at: 'reason' },
    'POST /kiem-tra/:inspectionId attach': { who: 'appraiser', path: held, typed: {}, at: 'tep-moi' },
    'POST /kiem-tra/:inspectionId/ton-tai/moi': {
      who: 'appraiser',
      path: `${planned}/ton-tai/moi`,
      typed: { statement: 'Tồn tại mẫu', remedy: 'Việc mẫu', dueOn: '2000-01-01' },
      at: 'dueOn',
    },
    'POST /kiem-tra/:inspectionId/ton-tai/:findingId save': {
      who: 'appraiser',
      path: `${planned}/ton-tai/${planted.draftFinding}`,
      typed: { statement: 'Tồn tại khác', remedy: ' ' },
      at: 'remedy',
    },
    'POST /kiem-tra/:inspectionId/ton-tai/:findingId answer': {
      who: 'officerOfBinh',
      path: `${held}/ton-tai/${planted.finding}`,
      typed: { said: ' ' },
      at: 'said',
    },
    'POST /kiem-tra/:inspectionId/ton-tai/:findingId return': {
      who: 'appraiser',
      path: `${held}/ton-tai/${planted.answeredFinding}`,
      typed: { reason: ' ' },
      at: 'reason',
    },
  };
}
