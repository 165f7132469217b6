/** The words of the API over plans. */
import type { ProgressProblem } from './progress.ts';

export const plansApiText = {
  tag: 'Kế hoạch',
  list: 'Kế hoạch được xem của chủ khóa',
  about:
    'Kế hoạch đã phê duyệt: mọi người có khóa. Kế hoạch chưa phê duyệt: người của đơn vị lập và cơ quan thẩm định, kiểm tra. Theo một ngày (knownOn): bản có hiệu lực vào cuối ngày đó, với tiến độ đã báo cáo đến ngày đó.',
  found: 'Một trang kế hoạch theo tên đơn vị; total là tổng số',
  one: 'Một kế hoạch với nhiệm vụ, mốc, đơn vị cùng làm',
  oneFound: 'Kế hoạch',
  progress: 'Các lần cập nhật tiến độ của một nhiệm vụ',
  progressAbout:
    'Đơn vị lập, cơ quan thẩm định, kiểm tra: tất cả. Đơn vị cùng làm: phần việc của mình. Người khác: danh sách rỗng.',
  progressFound: 'Mới nhất trước, tối đa 100 lần',
  report: 'Cập nhật tiến độ một nhiệm vụ, một mốc, hoặc phần việc của đơn vị cùng làm',
  reportAbout:
    'Chỉ thêm, lần mới nhất là lần được tính. Gửi lại cùng id (hoặc cùng Idempotency-Key) thì không ghi thêm. Cần thêm phạm vi plans:read.',
  reported: 'Nhiệm vụ sau khi cập nhật',
  query: {
    year: 'Năm: kế hoạch có thời gian trong năm đó',
    scheme: 'Mã đề án',
    movement: 'Mã phong trào (UUID)',
    stage: 'Bước; bỏ trống: mọi bước được xem, trừ đã bỏ',
  },
  fields: {
    id: 'UUID do người gửi đặt, để gửi lại không bị trùng',
    unit: 'Mã đơn vị lập kế hoạch',
    edition: 'Bản thứ mấy; 1 là bản đầu',
    inForce: 'Đang có hiệu lực',
    stage: 'draft: bản nháp; submitted: chờ phê duyệt; approved: đã phê duyệt; returned: bị trả lại; withdrawn: đã bỏ',
    percent: 'Phần trăm hoàn thành, cộng theo trọng số',
    taskPercent: 'Phần trăm theo lần báo cáo mới nhất; null khi chưa báo cáo',
    line: 'Không đổi qua các bản của kế hoạch',
    weight: 'Trọng số trong 100; null khi kế hoạch không dùng trọng số',
    state: 'late: quá hạn; behind: có nguy cơ chậm; running: đang thực hiện; to_come: chưa đến kỳ; done: hoàn thành',
    milestoneState: 'reached: đã đạt; late: quá hạn; near: sắp đến hạn; to_come: chưa đến hạn',
    parts: 'Đơn vị chủ trì, phối hợp ngoài đơn vị lập kế hoạch, với phần việc đã làm',
    milestone: 'id của mốc, khi báo cáo về một mốc: percent là 100 (đã đạt) hoặc 0',
    part: 'Mã đơn vị cùng làm, khi báo cáo phần việc của đơn vị đó',
    asOf: 'Tính đến ngày',
  },
  notRead: 'Cập nhật tiến độ cần khóa có cả phạm vi plans:read.',
  notThere: 'Không có kế hoạch, nhiệm vụ, mốc hoặc phần việc này.',
  replaced: 'Kế hoạch đã được thay bằng bản điều chỉnh; cập nhật ở bản mới nhất.',
  wrong: 'Tiến độ chưa hợp lệ. Không có gì được lưu.',
} as const;

export const progressProblemSaid: Readonly<Record<ProgressProblem, string>> = {
  missing: 'Chưa có.',
  not_a_percent: 'Số nguyên từ 0 đến 100.',
  not_whole: 'Với một mốc chỉ 100 hoặc 0.',
  not_a_day: 'Không phải một ngày có thật.',
  to_come: 'Ngày chưa đến.',
  too_long: 'Tối đa 2.000 ký tự.',
};
