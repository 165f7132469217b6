/** Words of signing in, accounts, people and roles. */
import { kernelRefusal, roleNames } from '../../platform/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import type { PasswordFault } from './password/password-rules.ts';
import { minPasswordLength } from './password/password-rules.ts';
import type { BadField, FieldFault, PersonField } from './people/person.ts';
import type { OutsideRefusal } from './outside/outside.ts';
import type { DelegationRefusal } from './roles/lending.ts';
import type { ChoiceMissing, GrantRefusal } from './roles/granting.ts';
import type { BadToken } from './tokens/api-token.ts';
import { failuresBeforeLock, lockMinutes } from './sign-in/lock.ts';

export const identityText = {
  firstAdministrator: 'Quản trị hệ thống',
  signIn: 'Đăng nhập',
  demoTitle: 'Đóng vai để dùng thử',
  demoLead: (password: string) =>
    `Mọi người và mọi số liệu ở đây đều là mẫu. Chọn một vai để vào ngay, hoặc gõ tên đăng nhập cùng mật khẩu chung: ${password}`,
  demoRole: 'Vai',
  demoPlayHead: 'Vào',
  demoPlay: (name: string) => `Vào với tên ${name}`,
  signInLead: 'Dùng tài khoản do người quản trị của đơn vị cấp.',
  signInBy: (label: string) => `Đăng nhập bằng ${label}`,
  signOut: 'Đăng xuất',
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
  currentPassword: 'Mật khẩu hiện tại',
  newPassword: 'Mật khẩu mới',
  passwordAgain: 'Nhập lại mật khẩu mới',
  passwordHint: `Ít nhất ${minPasswordLength} ký tự. Nên dùng một câu dễ nhớ, ví dụ ba bốn từ không liên quan. Không bắt buộc chữ hoa hay ký hiệu.`,
  forgot: 'Quên mật khẩu',
  setPassword: 'Đặt mật khẩu',
  setPasswordLead: (name: string, username: string) => `Ông/bà ${name}, tên đăng nhập: ${username}`,
  setPasswordDo: 'Đặt mật khẩu và đăng nhập',
  deadLink: 'Đường dẫn không còn dùng được',
  deadLinkWhy:
    'Mỗi đường dẫn chỉ dùng một lần, trong 72 giờ, và mất hiệu lực khi có đường dẫn mới. Liên hệ người quản trị của đơn vị để nhận đường dẫn khác.',
  backToSignIn: 'Về trang đăng nhập',
} as const;

/** Why one stands before the sign-in page: named in its query, the first that is there. */
export const signInNotices = ['da-ra', 'giu-lai', 'khong-giu', 'toi'] as const;

export const signInSaid: Readonly<Record<(typeof signInNotices)[number], string>> = {
  'da-ra': 'Đã đăng xuất.',
  'giu-lai':
    'Phiên làm việc đã kết thúc. Nội dung ông/bà vừa nhập đã được giữ lại; đăng nhập lại để tiếp tục. Tệp đính kèm phải chọn lại.',
  'khong-giu':
    'Phiên làm việc đã kết thúc. Nội dung vừa gửi có tệp hoặc quá dài nên không giữ lại được; đăng nhập rồi nhập lại.',
  toi: 'Cần đăng nhập để xem trang này. Sau khi đăng nhập, ông/bà sẽ được đưa tới đúng trang.',
};

const passwordFaults: Readonly<Record<PasswordFault, string>> = {
  too_short: `Mật khẩu phải có ít nhất ${minPasswordLength} ký tự, ví dụ một câu gồm ba bốn từ.`,
  too_long: 'Mật khẩu dài quá 200 ký tự. Nhập mật khẩu ngắn hơn.',
  like_username: 'Mật khẩu gần giống tên đăng nhập. Chọn mật khẩu khác hẳn tên đăng nhập.',
  common: 'Mật khẩu này quá dễ đoán. Chọn một câu mà chỉ ông/bà biết, ví dụ ba bốn từ không liên quan.',
  not_same: 'Hai lần nhập mật khẩu mới không giống nhau. Nhập lại cả hai ô.',
};

const fieldNames: Readonly<Record<PersonField, string>> = {
  fullName: 'Họ và tên',
  positionTitle: 'Chức vụ',
  unitId: 'Đơn vị',
  email: 'Thư điện tử',
  phone: 'Điện thoại',
  username: 'Tên đăng nhập',
};

export const personFields = fieldNames;

const fieldFaults: Readonly<Record<FieldFault, string>> = {
  empty: 'Chưa nhập. Ô này không được để trống.',
  too_long: 'Dài quá mức cho phép. Rút ngắn lại.',
  email_shape: 'Không đúng dạng địa chỉ thư điện tử. Ví dụ: ten.nguoi@coquan.vn.',
  phone_shape: 'Không đúng dạng số điện thoại. Nhập 8 đến 15 chữ số, ví dụ 0214 3840 000.',
  username_shape: 'Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối. Ví dụ: nguoi.mau.',
  unit_unknown: 'Không có đơn vị này, hoặc đơn vị đã kết thúc. Chọn đơn vị trong danh sách.',
};

export type IdentityRefusal =
  | KernelRefusal
  | GrantRefusal
  | DelegationRefusal
  | BadField
  | ChoiceMissing
  | { readonly kind: 'sign_in_refused' }
  | { readonly kind: 'too_many'; readonly minutes: number }
  | { readonly kind: 'bad_password'; readonly fault: PasswordFault }
  | { readonly kind: 'wrong_password' }
  | { readonly kind: 'wrong_code' }
  | { readonly kind: 'factor_already_set' }
  | { readonly kind: 'factor_needed_by_administrator' }
  | { readonly kind: 'holds_more' }
  | { readonly kind: 'email_taken' }
  | { readonly kind: 'username_taken' }
  | { readonly kind: 'has_account' }
  | { readonly kind: 'not_on_self' }
  | { readonly kind: 'last_administrator' }
  | { readonly kind: 'already_held' }
  | BadToken
  | OutsideRefusal
  | { readonly kind: 'passkey_failed' };

type OwnRefusal = Exclude<IdentityRefusal, KernelRefusal>;

export function identityRefusal(refusal: IdentityRefusal): string {
  return isOwn(refusal) ? ownRefusal(refusal) : kernelRefusal(refusal);
}

function isOwn(refusal: IdentityRefusal): refusal is OwnRefusal {
  return !kernelKinds.has(refusal.kind);
}

const kernelKinds: ReadonlySet<string> = new Set(
  Object.keys({
    not_there: true,
    not_allowed: true,
    not_yours: true,
    not_scoped: true,
    wrong_stage: true,
    four_eyes: true,
    needs: true,
    lost_race: true,
  } satisfies Record<KernelRefusal['kind'], true>),
);

function ownRefusal(refusal: OwnRefusal): string {
  switch (refusal.kind) {
    case 'sign_in_refused':
      return `Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang bị khóa. Sau ${failuresBeforeLock} lần sai liên tiếp, tài khoản bị khóa ${lockMinutes} phút. Nếu quên mật khẩu, liên hệ người quản trị của đơn vị.`;
    case 'too_many':
      return `Đã thử quá nhiều lần. Vui lòng chờ ${refusal.minutes} phút rồi thử lại.`;
    case 'bad_password':
      return passwordFaults[refusal.fault];
    case 'wrong_password':
      return 'Mật khẩu hiện tại không đúng.';
    case 'wrong_code':
      return 'Mã không đúng hoặc đã dùng rồi. Chờ ứng dụng hiện mã mới rồi nhập 6 chữ số của mã đó.';
    case 'step_gone':
      return 'Lần đăng nhập này đã hết hạn. Đăng nhập lại từ đầu.';
    case 'passkey_failed':
      return 'Không xác nhận được khóa truy cập. Thử lại, hoặc đăng nhập bằng tên và mật khẩu.';
    case 'outside_off':
      return 'Hệ thống chưa bật đăng nhập liên thông. Đăng nhập bằng tên và mật khẩu.';
    case 'outside_failed':
      return 'Không hoàn tất được việc đăng nhập liên thông. Thử lại, hoặc đăng nhập bằng tên và mật khẩu.';
    case 'outside_unknown':
      return 'Danh tính này chưa liên kết với tài khoản nào đang dùng. Đăng nhập bằng tên và mật khẩu rồi liên kết ở trang “Tài khoản của tôi”.';
    case 'outside_taken':
      return 'Danh tính này đã liên kết với tài khoản khác, hoặc tài khoản đã có liên kết. Bỏ liên kết cũ trước.';
    case 'factor_already_set':
      return 'Tài khoản đã bật xác thực hai lớp. Muốn đổi điện thoại, trước hết tắt rồi bật lại.';
    case 'factor_needed_by_administrator':
      return 'Người quản trị phải luôn có xác thực hai lớp. Thêm khóa truy cập trước khi tắt mã trên điện thoại.';
    case 'holds_more':
      return 'Người này giữ vai trò vượt phạm vi quản trị của ông/bà. Việc này do người quản trị cấp trên thực hiện.';
    case 'email_taken':
      return 'Địa chỉ thư điện tử này đã thuộc về người khác. Kiểm tra lại, hoặc dùng địa chỉ khác.';
    case 'username_taken':
      return 'Tên đăng nhập này đã có người dùng. Chọn tên khác, ví dụ thêm tên đơn vị.';
    case 'has_account':
      return 'Người này đã có tài khoản.';
    case 'not_on_self':
      return 'Không tự thực hiện được việc này trên tài khoản của chính mình. Nhờ một người quản trị khác.';
    case 'last_administrator':
      return 'Đây là người quản trị cuối cùng của toàn hệ thống. Hãy giao vai trò quản trị cho người khác trước.';
    case 'already_held':
      return 'Người này đã giữ vai trò đó tại đơn vị trong thời gian đã chọn.';
    case 'only_from_top':
      return `Vai trò ${roleNames[refusal.role]} chỉ do người quản trị ở cấp cao nhất giao, vì vai trò này kiểm tra hoặc quyết định việc của đơn vị khác.`;
    case 'not_to_self':
      return 'Không ai tự giao vai trò cho mình. Nhờ một người quản trị khác.';
    case 'not_by_delegate':
      return 'Người được ủy quyền quản trị không giao vai trò quản trị cho người khác.';
    case 'bad_dates':
      return 'Ngày chưa đúng: ngày kết thúc phải sau ngày bắt đầu, chưa qua, và không quá một năm đối với ủy quyền. Ví dụ: từ 01/07/2026 đến 15/07/2026.';
    case 'person_gone':
      return 'Người này không còn hoạt động trong hệ thống.';
    case 'already_delegated':
      return 'Vai trò này đã được ủy quyền cho người đó trong thời gian đã chọn.';
    case 'other_house':
      return 'Chỉ ủy quyền được cho người cùng cơ quan, đơn vị.';
    case 'to_holder':
      return 'Người nhận ủy quyền chính là người giữ vai trò. Chọn người khác.';
    case 'needs_reason':
      return 'Cần ghi rõ lý do ủy quyền, ví dụ: đi công tác từ 01/07 đến 15/07.';
    case 'bad_token':
      return tokenFaults[refusal.fault];
    case 'choice_missing':
      return choiceMissing[refusal.field];
    case 'bad_field':
      return `${fieldNames[refusal.field]}: ${fieldFaults[refusal.fault]}`;
  }
}

const choiceMissing: Readonly<Record<ChoiceMissing['field'], string>> = {
  role: 'Chưa chọn vai trò. Chọn một vai trò trong danh sách.',
  unitId: 'Chưa chọn đơn vị. Chọn một đơn vị trong danh sách.',
  holdingId: 'Chưa chọn vai trò để ủy quyền. Chọn một vai trò trong danh sách.',
  toPersonId: 'Chưa chọn người nhận ủy quyền. Chọn một người trong danh sách.',
};

const tokenFaults: Readonly<Record<BadToken['fault'], string>> = {
  name: 'Đặt một tên để nhớ khóa này dùng vào việc gì, tối đa 80 ký tự.',
  scopes: 'Chọn ít nhất một phạm vi.',
  days: 'Chọn thời hạn trong danh sách.',
};

export function fieldFault(fault: FieldFault): string {
  return fieldFaults[fault];
}

export function linkLetter(name: string, username: string, link: string) {
  return {
    subject: 'Đường dẫn đặt mật khẩu',
    text: `Kính gửi ông/bà ${name},\n\nMở đường dẫn dưới đây để đặt mật khẩu cho tài khoản “${username}”. Đường dẫn dùng một lần, trong 72 giờ.\n\n${link}\n\nNếu ông/bà không chờ thư này, hãy bỏ qua và báo người quản trị của đơn vị.\n`,
  };
}
