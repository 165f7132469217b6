/** The words of places in a movement. */
import { awardName } from '../awards/text.ts';
import { reviewKindText } from '../movements/text.ts';
import type { ThemedPlace } from './themed.server.ts';
import { minutesText, reasonText } from './text.ts';

export const themedText = {
  title: 'Xếp hạng theo phong trào chuyên đề',
  lead: 'Theo kết quả đã chốt của từng lần đánh giá (hằng năm, sơ kết, tổng kết), trong từng nhóm đơn vị so sánh được. Dẫn đầu khi tổng kết phong trào từ 03 năm trở lên được xét Cờ thi đua cấp tỉnh (Luật Thi đua, khen thưởng, Điều 26 khoản 2).',
  toMovement: 'Về trang của phong trào',
  sets: 'Bộ tiêu chí và đợt chấm điểm của phong trào',
  year: 'Năm',
  review: 'Lần đánh giá',
  group: 'Nhóm đơn vị',
  set: 'Bộ tiêu chí',
  judgement: 'Đợt chấm điểm',
  notJudged: 'chưa mở',
  open: 'Xem đợt chấm',
  setsWhy:
    'Chưa có bộ tiêu chí nào của phong trào cho đánh giá hằng năm, sơ kết hay tổng kết nên chưa chấm điểm, chưa xếp hạng.',
  allSets: 'Xem các bộ tiêu chí',
  movement: 'Phong trào',
  show: 'Xem',
  all: 'các đơn vị thuộc phạm vi phong trào',
  wholeGroup: 'Toàn phạm vi phong trào',
  unit: 'Đơn vị',
  place: 'Thứ hạng',
  points: 'Điểm',
  firsts: 'Đơn vị dẫn đầu',
  standard: (award: string) => `Đối chiếu tiêu chuẩn ${award}`,
  propose: (award: string) => `Lập hồ sơ đề nghị ${award}`,
  emptyWhat: 'Thứ hạng các đơn vị trong phong trào sẽ hiện ở đây, theo từng lần đánh giá.',
  emptyWhy: 'Chưa có đợt chấm điểm nào của phong trào chuyên đề được chốt kết quả.',
  emptyFirst: 'Lập bộ tiêu chí cho phong trào',
} as const;

export const themedHeading = ({ review, year, blockName }: ThemedPlace) =>
  `${reviewKindText[review]} năm ${year}: ${blockName ?? themedText.wholeGroup}`;

export const themedReason = (place: ThemedPlace) =>
  reasonText({ ...place, blockName: place.blockName ?? themedText.all });

export const themedAchievement = (place: ThemedPlace) =>
  `${place.movementName}, ${reviewKindText[place.review].toLowerCase()} năm ${place.year}: ${themedReason(place)} ${minutesText(place.minutesNumber, place.minutesDate)}`.trim();

export const themedStandard = (code: string) => themedText.standard(awardName(code));
export const themedPropose = (code: string) => themedText.propose(awardName(code));
