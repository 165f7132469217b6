/** The forms of plans and of the pledges beside them, filled in wrongly (forms.ts). */
import type { WrongForm } from './forms.ts';
import type { Planted } from './planted.ts';

const nonsense = 'không phải số';

export function planForms(planted: Planted): Readonly<Record<string, WrongForm>> {
  return {
    'POST /dang-ky-chi-tieu/moi': {
      who: 'officerOfBinh',
      path: '/dang-ky-chi-tieu/moi',
      typed: { ve: 'KT-06', wording: 'Nội dung mẫu', value: nonsense },
      at: 'value',
    },
    'POST /dang-ky-chi-tieu/:pledgeId change': {
      who: 'officerOfBinh',
      path: `/dang-ky-chi-tieu/${planted.pledge}`,
      typed: { wording: 'Nội dung mẫu', value: nonsense },
      at: 'value',
    },
    'POST /phong-trao/moi': {
      who: 'officerOfBinh',
      path: '/phong-trao/moi',
      typed: { name: 'Thi đua mẫu', first: '2026-06-30', last: '2026-06-01', aim: 'Mục đích', goals: 'Mục tiêu' },
      at: 'last',
    },
    'POST /phong-trao/:movementId change': {
      who: 'officerOfBinh',
      path: `/phong-trao/${planted.movement}`,
      typed: { name: 'Thi đua mẫu hai', aim: ' ', goals: 'Mục tiêu khác' },
      at: 'aim',
    },
    'POST /phong-trao/:movementId attach': {
      who: 'officerOfBinh',
      path: `/phong-trao/${planted.movement}`,
      typed: {},
      at: 'tep-moi',
    },
    'POST /phong-trao/:movementId launch': {
      who: 'appraiser',
      path: `/phong-trao/${planted.provinceMovement}`,
      typed: { number: '12/KH-UBND', date: '2099-01-01' },
      at: 'date',
    },
    'POST /phong-trao/:movementId number': {
      who: 'appraiser',
      path: `/phong-trao/${planted.directiveMovement}`,
      typed: { number: ' ', date: '2026-05-20' },
      at: 'number',
    },
    'POST /phong-trao/:movementId review': {
      who: 'appraiser',
      path: `/phong-trao/${planted.directiveMovement}`,
      typed: { reviewKind: 'mid_term', heldOn: '2099-01-01', conclusion: 'Đạt' },
      at: 'heldOn',
    },
    'POST /phong-trao/:movementId close': {
      who: 'appraiser',
      path: `/phong-trao/${planted.directiveMovement}`,
      typed: { reason: ' ' },
      at: 'reason',
    },
    'POST /ke-hoach/nap': { who: 'officerOfBinh', path: '/ke-hoach/nap', typed: {}, at: 've' },
    'POST /ke-hoach/moi': { who: 'officerOfBinh', path: '/ke-hoach/moi', typed: { title: 'Kế hoạch mẫu' }, at: 've' },
    'POST /ke-hoach/:planId/sua': {
      who: 'officerOfBinh',
      path: `/ke-hoach/${planted.plan}/sua`,
      typed: { title: 'Kế hoạch mẫu', lastDay: '2000-01-01' },
      at: 'lastDay',
    },
    'POST /ke-hoach/:planId/trong-so': {
      who: 'officerOfBinh',
      path: `/ke-hoach/${planted.plan}/trong-so`,
      typed: { [`trong-so-${planted.task}`]: '90' },
      at: `trong-so-${planted.task}`,
    },
    'POST /ke-hoach/:planId/nhiem-vu/moi save': {
      who: 'officerOfBinh',
      path: `/ke-hoach/${planted.plan}/nhiem-vu/moi`,
      typed: { title: 'Nhiệm vụ mẫu', weight: nonsense, 'moc-1-title': 'Mốc mẫu' },
      at: 'weight',
    },
    'POST /ke-hoach/:planId/nhiem-vu/:taskId save': {
      who: 'officerOfBinh',
      path: `/ke-hoach/${planted.plan}/nhiem-vu/${planted.task}`,
      typed: { title: 'Nhiệm vụ mẫu', 'moc-0-dueOn': '2000-01-01' },
      at: 'moc-0-dueOn',
    },
    'POST /ke-hoach/:planId/nhiem-vu/:taskId report': {
      who: 'officerOfBinh',
      path: `/ke-hoach/${planted.runningPlan}/nhiem-vu/${planted.runningTask}`,
      typed: { percent: nonsense, note: 'Đang làm' },
      at: 'percent',
    },
    'POST /ke-hoach/:planId attach': {
      who: 'officerOfBinh',
      path: `/ke-hoach/${planted.plan}`,
      typed: {},
      at: 'tep-moi',
    },
    'POST /ke-hoach/:planId revise': {
      who: 'officerOfBinh',
      path: `/ke-hoach/${planted.runningPlan}`,
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /ke-hoach/:planId approve': {
      who: 'headOfBinh',
      path: `/ke-hoach/${planted.sentPlan}`,
      typed: { 'so-hieu': '15/KH-UBND', 'ngay-ky': '2099-01-01' },
      at: 'ngay-ky',
    },
    'POST /ke-hoach/:planId return': {
      who: 'headOfBinh',
      path: `/ke-hoach/${planted.sentPlan}`,
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
  };
}
