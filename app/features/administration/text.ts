import { momentText } from '../../ui/moment.ts';
import type { EventKind } from '../../platform/events.ts';
import type { JobKind } from '../../platform/jobs.ts';
import type { Via } from '../../platform/record.server.ts';
import type { SettingKey } from '../../platform/settings.ts';
import { kernelRefusal } from '../../platform/text.ts';
import type { HolidayEffect, HolidayRefusal, SettingRefusal } from './settings.server.ts';

export const eventWords: Readonly<Record<EventKind, string>> = {
  'setup.completed': 'Cài đặt lần đầu',
  'setting.changed': 'Đổi tham số',
  'holiday.changed': 'Đổi lịch nghỉ',
  'unit.created': 'Thêm đơn vị',
  'unit.changed': 'Sửa đơn vị',
  'unit.dissolved': 'Giải thể, sáp nhập đơn vị',
  'unit.revived': 'Khôi phục đơn vị chấm dứt nhầm',
  'unit.imported': 'Nạp đơn vị từ tệp',
  'block.created': 'Lập khối, cụm thi đua',
  'block.changed': 'Sửa khối, cụm thi đua',
  'block.members_changed': 'Đổi thành viên khối, cụm',
  'person.created': 'Thêm người dùng',
  'person.changed': 'Sửa người dùng',
  'account.created': 'Tạo tài khoản',
  'account.invited': 'Gửi lời mời',
  'account.password_set': 'Đặt mật khẩu',
  'account.disabled': 'Ngừng tài khoản',
  'account.enabled': 'Mở lại tài khoản',
  'account.locked': 'Khóa tạm vì sai mật khẩu',
  'account.unlocked': 'Mở khóa tài khoản',
  'account.second_factor_set': 'Bật xác thực hai bước',
  'account.second_factor_removed': 'Tắt xác thực hai bước',
  'account.recovery_codes_renewed': 'Tạo bộ mã dự phòng mới',
  'account.recovery_code_used': 'Dùng mã dự phòng',
  'account.passkey_added': 'Thêm khóa truy cập',
  'account.passkey_removed': 'Xóa khóa truy cập',
  'account.linked_outside': 'Liên kết đăng nhập ngoài',
  'account.unlinked_outside': 'Bỏ liên kết đăng nhập ngoài',
  'session.started': 'Đăng nhập',
  'session.refused': 'Đăng nhập không thành công',
  'session.ended': 'Kết thúc phiên',
  'api_token.created': 'Tạo khóa API',
  'api_token.revoked': 'Thu hồi khóa API',
  'role.granted': 'Giao vai trò',
  'role.ended': 'Thôi vai trò',
  'role.delegated': 'Ủy quyền',
  'role.delegation_revoked': 'Thu hồi ủy quyền',
  'directive.loaded': 'Nạp chỉ thị',
  'indicator.changed': 'Đổi chỉ tiêu',
  'trajectory.changed': 'Đổi mức từng năm',
  'scheme.changed': 'Đổi đề án',
  'target.assigned': 'Giao chỉ tiêu',
  'pledge.entered': 'Lập đăng ký chỉ tiêu',
  'pledge.changed': 'Sửa đăng ký chỉ tiêu',
  'pledge.moved': 'Chuyển bước đăng ký chỉ tiêu',
  'movement.entered': 'Soạn phong trào',
  'movement.changed': 'Sửa phong trào',
  'movement.launched': 'Phát động phong trào',
  'movement.moved': 'Chuyển bước phong trào',
  'movement.received': 'Tiếp nhận phong trào',
  'movement.followed': 'Cập nhật phạm vi phong trào theo tổ chức',
  'report_form.created': 'Lập mẫu báo cáo',
  'report_form.changed': 'Sửa mẫu báo cáo đang soạn',
  'report_form.moved': 'Ban hành hoặc bỏ bản mẫu báo cáo',
  'round.created': 'Lập kỳ báo cáo',
  'round.moved': 'Chuyển bước kỳ báo cáo',
  'round.changed': 'Sửa kỳ báo cáo đang chuẩn bị',
  'round.amended': 'Lùi hạn, đổi mẫu hoặc thêm bớt đơn vị của kỳ báo cáo',
  'round.exempted': 'Miễn hoặc bỏ miễn báo cáo',
  'report.written': 'Soạn báo cáo',
  'report.moved': 'Chuyển bước báo cáo',
  'plan.entered': 'Lập kế hoạch',
  'plan.changed': 'Sửa kế hoạch',
  'plan.moved': 'Chuyển bước kế hoạch',
  'plan.progressed': 'Cập nhật tiến độ kế hoạch',
  'initiative.entered': 'Soạn sáng kiến',
  'initiative.changed': 'Sửa sáng kiến',
  'initiative.moved': 'Chuyển bước sáng kiến',
  'initiative.reviewed': 'Hội đồng chấm sáng kiến',
  'initiative.judged': 'Kết luận hai sáng kiến giống nhau',
  'initiative.adopted': 'Nhân rộng sáng kiến',
  'initiative.used': 'Dùng sáng kiến cho khen thưởng',
  'initiative.criteria_set': 'Ban hành bộ tiêu chí chấm sáng kiến',
  'inspection_programme.entered': 'Lập chương trình kiểm tra',
  'inspection_programme.changed': 'Sửa chương trình kiểm tra',
  'inspection_programme.approved': 'Ban hành chương trình kiểm tra',
  'inspection_programme.withdrawn': 'Bỏ chương trình kiểm tra',
  'inspection.planned': 'Lập cuộc kiểm tra',
  'inspection.changed': 'Sửa kế hoạch kiểm tra',
  'inspection.written': 'Ghi biên bản kiểm tra',
  'inspection.issued': 'Chốt biên bản kiểm tra',
  'inspection.cancelled': 'Hủy cuộc kiểm tra',
  'finding.drafted': 'Ghi tồn tại sau kiểm tra',
  'finding.removed': 'Bỏ tồn tại đang ghi',
  'finding.answered': 'Báo cáo kết quả khắc phục',
  'finding.decided': 'Xem xét kết quả khắc phục',
  'duty.owner_named': 'Phân công người phụ trách',
  'duty.escalated': 'Báo cấp trên nhiệm vụ quá hạn',
  'reminder.sent': 'Gửi nhắc, đôn đốc',
  'digest.made': 'Gửi bản tổng hợp nhắc việc',
  'digest.chosen': 'Chọn cách nhận bản tổng hợp nhắc việc',
  'letter.drafted': 'Soạn công văn đôn đốc',
  'letter.changed': 'Sửa công văn đôn đốc',
  'letter.issued': 'Ban hành công văn đôn đốc',
  'letter.withdrawn': 'Bỏ bản nháp công văn đôn đốc',
  'calendar.made': 'Tạo địa chỉ lịch',
  'calendar.withdrawn': 'Thu hồi địa chỉ lịch',
  'actual.entered': 'Nhập số liệu',
  'actual.changed': 'Sửa số liệu',
  'actual.moved': 'Chuyển bước số liệu',
  'actual.imported': 'Nạp số liệu từ tệp',
  'snapshot.taken': 'Chốt số liệu',
  'consolidation.made': 'Lập báo cáo tổng hợp',
  'consolidation.gathered': 'Lấy thêm nội dung báo cáo tổng hợp',
  'consolidation.edited': 'Biên tập báo cáo tổng hợp',
  'consolidation.moved': 'Chuyển bước báo cáo tổng hợp',
  'file.attached': 'Kèm minh chứng',
  'file.detached': 'Gỡ minh chứng',
  'import.uploaded': 'Tải tệp lên',
  'import.started': 'Bắt đầu nạp tệp',
  'import.finished': 'Kết thúc nạp tệp',
  'import.discarded': 'Bỏ lần nạp tệp',
  'job.retried': 'Thử lại công việc nền',
  'mail.resent': 'Gửi lại thư',
};

export const subjectWords: Readonly<Record<string, string>> = {
  account: 'tài khoản',
  actual: 'số liệu',
  api_token: 'khóa API',
  assigned_target: 'chỉ tiêu giao',
  attachment: 'minh chứng',
  block: 'khối, cụm thi đua',
  delegation: 'ủy quyền',
  digest: 'bản tổng hợp nhắc việc',
  directive: 'chỉ thị',
  duty_owner: 'người phụ trách',
  escalation: 'nhiệm vụ quá hạn',
  holiday: 'ngày nghỉ',
  consolidation: 'báo cáo tổng hợp',
  import: 'lần nạp tệp',
  import_run: 'lần nạp tệp',
  indicator: 'chỉ tiêu',
  initiative: 'sáng kiến',
  initiative_criteria_set: 'bộ tiêu chí chấm sáng kiến',
  job: 'công việc nền',
  mail: 'thư điện tử',
  movement: 'phong trào',
  person: 'người dùng',
  plan: 'kế hoạch',
  inspection_programme: 'chương trình kiểm tra',
  inspection: 'cuộc kiểm tra',
  finding: 'tồn tại sau kiểm tra',
  pledge: 'đăng ký chỉ tiêu',
  product: 'hệ thống',
  letter: 'công văn đôn đốc',
  calendar: 'địa chỉ lịch',
  reminder: 'lời nhắc',
  report: 'báo cáo',
  report_form: 'mẫu báo cáo',
  role_holding: 'vai trò',
  round: 'kỳ báo cáo',
  scheme: 'đề án',
  session: 'phiên đăng nhập',
  setting: 'tham số',
  snapshot: 'số liệu chốt',
  unit: 'đơn vị',
};

export const viaWords: Readonly<Record<Via, string>> = {
  web: 'trang web',
  api: 'API',
  cli: 'dòng lệnh',
  job: 'công việc nền',
  setup: 'cài đặt',
};

export const jobWords: Readonly<Record<JobKind, string>> = {
  'message.follow': 'Báo tin cho người liên quan',
  'mail.send': 'Gửi thư điện tử',
  'import.run': 'Nạp tệp',
  'urging.digest': 'Gửi bản tổng hợp nhắc việc',
  'organisation.refresh': 'Cập nhật quan hệ trên dưới của đơn vị',
  'movement.follow': 'Cập nhật phạm vi phong trào theo tổ chức',
  'sweep.mail': 'Tìm thư chưa gửi',
  'sweep.digest': 'Tìm bản tổng hợp nhắc việc chưa gửi',
  'sweep.imports': 'Tìm lần nạp dở dang',
  'sweep.expired': 'Dọn phiên và nội dung quá hạn',
};

type SettingWords = { readonly label: string; readonly hint: string; readonly unit: string };
export const settingWords: Readonly<Record<SettingKey, SettingWords>> = {
  idle_minutes: {
    label: 'Tự đăng xuất khi không làm việc',
    hint: 'Áp dụng cho mọi người, trừ người quản trị. Từ 1 đến 480.',
    unit: 'phút',
  },
  idle_minutes_administrator: { label: 'Tự đăng xuất với người quản trị', hint: 'Từ 1 đến 480.', unit: 'phút' },
  at_risk_margin: {
    label: 'Ngưỡng “Có nguy cơ”',
    hint: 'Chậm hơn đường mục tiêu không quá tỷ lệ này là “Có nguy cơ”, quá là “Chậm tiến độ”. Số lớn hơn 0 và nhỏ hơn 1, ví dụ 0,1 là 10%.',
    unit: '',
  },
  values_due_days: {
    label: 'Hạn nhập số liệu sau khi hết kỳ',
    hint: 'Chỉ thị không nêu hạn; đây là mặc định chờ tỉnh xác nhận. Từ 1 đến 90.',
    unit: 'ngày',
  },
  mail_on_messages: { label: 'Gửi thư điện tử kèm tin nhắn', hint: 'Tắt thì tin chỉ hiện trong hệ thống.', unit: '' },
  plan_due: {
    label: 'Hạn trình phê duyệt kế hoạch hằng năm',
    hint: 'Chỉ thị không nêu hạn; để trống là chưa đặt hạn. Ghi ngày/tháng, ví dụ 31/03.',
    unit: '',
  },
  pledge_due: {
    label: 'Hạn gửi đăng ký chỉ tiêu hằng năm',
    hint: 'Chỉ thị không nêu hạn; để trống là chưa đặt hạn. Ghi ngày/tháng, ví dụ 31/03.',
    unit: '',
  },
  remind_before: {
    label: 'Nhắc trước hạn',
    hint: 'Mặc định của phần mềm, chờ tỉnh xác nhận. Số ngày làm việc trước hạn, cách nhau bằng dấu phẩy, 0 là đúng ngày đến hạn; ví dụ 5, 1, 0. Để trống là không nhắc.',
    unit: 'ngày làm việc',
  },
  remind_after: {
    label: 'Nhắc sau hạn',
    hint: 'Mặc định của phần mềm, chờ tỉnh xác nhận. Số ngày làm việc quá hạn, cách nhau bằng dấu phẩy; ví dụ 1, 3, 5. Để trống là không nhắc.',
    unit: 'ngày làm việc',
  },
  escalate_head_days: {
    label: 'Báo thủ trưởng khi quá hạn từ',
    hint: 'Mặc định của phần mềm, chờ tỉnh xác nhận. Từ 1 đến 60.',
    unit: 'ngày làm việc',
  },
  escalate_appraiser_days: {
    label: 'Báo cơ quan thẩm định khi quá hạn từ',
    hint: 'Mặc định của phần mềm, chờ tỉnh xác nhận. Từ 1 đến 60.',
    unit: 'ngày làm việc',
  },
  digest_opt_out: {
    label: 'Cho phép từng người không nhận thư tổng hợp nhắc việc',
    hint: 'Tin nhắn trong hệ thống vẫn được gửi.',
    unit: '',
  },
};

export const effectWords: Readonly<Record<HolidayEffect, string>> = {
  day_off: 'Ngày nghỉ',
  working_day: 'Ngày làm bù',
};

export function settingRefusal(refusal: SettingRefusal): string {
  return refusal.kind === 'not_a_value'
    ? `Giá trị chưa đúng. ${settingWords[refusal.key].hint}`
    : kernelRefusal(refusal);
}

export function holidayRefusal(refusal: HolidayRefusal): string {
  switch (refusal.kind) {
    case 'not_a_day':
      return 'Chưa phải một ngày có thật. Nhập ngày, tháng, năm, ví dụ 02/09/2026.';
    case 'no_name':
      return 'Cần ghi tên ngày nghỉ, ví dụ “Quốc khánh”.';
    case 'day_taken':
      return 'Ngày này đã có trong lịch. Hãy xóa dòng cũ trước khi thêm lại.';
    case 'not_allowed':
    case 'not_scoped':
    case 'not_there':
      return kernelRefusal(refusal);
  }
}

export const administrationText = {
  title: 'Quản trị hệ thống',
  lead: 'Chọn phần cần làm.',
  tiles: {
    units: { title: 'Đơn vị', note: 'Thêm, đổi tên, chuyển cấp trên, sáp nhập; nạp và tải bằng Excel.' },
    blocks: { title: 'Khối, cụm thi đua', note: 'Thành viên, trưởng, phó theo từng năm.' },
    people: { title: 'Người dùng và vai trò', note: 'Tài khoản, vai trò, ủy quyền, mời và khóa.' },
    indicators: { title: 'Chỉ tiêu', note: 'Đơn vị phụ trách, mức gốc, mức từng năm, yêu cầu minh chứng.' },
    record: { title: 'Nhật ký', note: 'Ai làm gì, lúc nào, trước và sau.' },
    jobs: { title: 'Công việc nền', note: 'Việc đang chờ, việc và thư bị lỗi, thử lại.' },
    settings: { title: 'Tham số và ngày nghỉ', note: 'Thời gian chờ, ngưỡng, hạn nhập, lịch nghỉ lễ.' },
  },
  back: 'Quản trị',
} as const;

export const recordText = {
  title: (total: string) => `Nhật ký: ${total} dòng`,
  lead: 'Chỉ ghi thêm, không sửa, không xóa. Người vận hành máy chủ kiểm tra cả chuỗi bằng lệnh ./thidua verify-record.',
  caption: 'Nhật ký, mới nhất ở trên',
  at: 'Lúc',
  kind: 'Việc',
  actor: 'Ai',
  unit: 'Đơn vị',
  subject: 'Về',
  via: 'Từ',
  reason: 'Lý do',
  system: 'Hệ thống',
  onBehalf: (name: string) => `thay ${name}`,
  anyKind: 'Mọi việc',
  person: 'Tên người làm',
  unitCode: 'Mã đơn vị',
  from: 'Từ ngày',
  until: 'Đến hết ngày',
  emptyWhat: 'Các dòng nhật ký khớp bộ lọc sẽ hiện ở đây.',
  emptyWhy: 'Không có dòng nào khớp, hoặc các dòng khớp nằm ngoài phạm vi được xem của ông/bà.',
  entryTitle: (kind: EventKind, at: Date) => `${eventWords[kind]}, ${momentText(at)}`,
  address: 'Địa chỉ mạng',
  before: 'Trước',
  after: 'Sau',
  field: 'Trường',
  changes: 'Nội dung thay đổi',
  nothing: 'Việc này không kèm nội dung trước, sau.',
  closed:
    'Nội dung trước, sau và lý do của việc này chỉ hiện với người được xem số liệu, đăng ký đó khi chưa được xác nhận, tiếp nhận.',
  closedShort: 'không hiện',
  chain: 'Vị trí trong chuỗi',
  chainAt: (lane: number, position: number) => `làn ${lane}, vị trí ${position}`,
  hash: 'Mã băm',
  previous: 'Mã băm của dòng trước',
} as const;

export const jobsText = {
  title: (failed: number, letters: number) => {
    const wrong = [failed > 0 && `${failed} việc bị lỗi`, letters > 0 && `${letters} thư không gửi được`];
    return `Công việc nền: ${wrong.filter(Boolean).join(', ') || 'không có việc lỗi'}`;
  },
  lead: 'Mỗi việc được thử lại nhiều lần, cách nhau lâu dần, trước khi coi là lỗi.',
  queues: 'Các loại việc',
  kind: 'Việc',
  waiting: 'Đang chờ',
  running: 'Đang chạy',
  done: 'Đã xong',
  failed: 'Lỗi',
  lastDone: 'Xong gần nhất',
  failedCaption: 'Việc bị lỗi',
  at: 'Lúc',
  attempts: 'Số lần thử',
  reason: 'Nguyên nhân máy báo',
  retry: 'Thử lại',
  never: 'chưa có',
  mail: 'Thư không gửi được',
  mailTo: 'Gửi cho',
  mailToNobody: 'Người ngoài hệ thống',
  mailSubject: 'Tiêu đề',
  mailWritten: 'Soạn lúc',
  resend: 'Gửi lại',
  resent: 'Đã đưa thư vào hàng chờ để gửi lại.',
  noMailWhat: 'Thư đã thử gửi nhiều lần mà không được sẽ hiện ở đây, kèm nút gửi lại.',
  noMailWhy: 'Hiện không có thư nào bị lỗi.',
  retried: 'Đã đưa việc vào hàng chờ để chạy lại.',
  noneWhat: 'Việc bị lỗi sẽ hiện ở đây, kèm nút thử lại.',
  noneWhy: 'Hiện không có việc nào bị lỗi.',
} as const;

export const settingsText = {
  title: 'Tham số và ngày nghỉ',
  lead: 'Giá trị ghi “mặc định” là của hệ thống, chưa được tỉnh xác nhận.',
  isDefault: 'mặc định',
  isSet: 'đã đặt',
  save: 'Lưu',
  saved: 'Đã lưu.',
  yes: 'Có',
  no: 'Không',
  holidays: 'Ngày nghỉ lễ và ngày làm bù',
  holidaysCaption: 'Lịch dùng để tính ngày làm việc; thứ Bảy và Chủ nhật luôn là ngày nghỉ trừ khi ghi làm bù',
  day: 'Ngày',
  name: 'Tên',
  effect: 'Loại',
  add: 'Thêm ngày',
  remove: 'Xóa',
  holidaysWhat: 'Các ngày nghỉ lễ và làm bù sẽ hiện ở đây.',
  holidaysWhy: 'Chưa nhập ngày nào; hạn tính theo ngày làm việc mới chỉ trừ thứ Bảy, Chủ nhật.',
} as const;
