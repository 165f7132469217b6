/** Words of signing in, accounts, people and roles. */
import { kernelRefusal } from '../../platform/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import type { PasswordFault } from './password/password-rules.ts';
import { minPasswordLength } from './password/password-rules.ts';
import { failuresBeforeLock, lockMinutes } from './sign-in/lock.ts';

export const identityText = {
  firstAdministrator: 'Quản trị hệ thống',
  signIn: 'Đăng nhập',
  signInLead: 'Dùng tài khoản do người quản trị của đơn vị cấp.',
  signInLost: 'Phiên làm việc đã kết thúc. Đăng nhập lại để tiếp tục.',
  signOut: 'Đăng xuất',
  signedOut: 'Đã đăng xuất.',
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

const passwordFaults: Readonly<Record<PasswordFault, string>> = {
  too_short: `Mật khẩu phải có ít nhất ${minPasswordLength} ký tự, ví dụ một câu gồm ba bốn từ.`,
  too_long: 'Mật khẩu dài quá 200 ký tự. Nhập mật khẩu ngắn hơn.',
  like_username: 'Mật khẩu gần giống tên đăng nhập. Chọn mật khẩu khác hẳn tên đăng nhập.',
  common: 'Mật khẩu này quá dễ đoán. Chọn một câu mà chỉ ông/bà biết, ví dụ ba bốn từ không liên quan.',
  not_same: 'Hai lần nhập mật khẩu mới không giống nhau. Nhập lại cả hai ô.',
};

export type IdentityRefusal =
  | KernelRefusal
  | { readonly kind: 'sign_in_refused' }
  | { readonly kind: 'too_many'; readonly minutes: number }
  | { readonly kind: 'bad_password'; readonly fault: PasswordFault }
  | { readonly kind: 'wrong_password' };

type OwnRefusal = Exclude<IdentityRefusal, KernelRefusal>;

export function identityRefusal(refusal: IdentityRefusal): string {
  return isOwn(refusal) ? ownRefusal(refusal) : kernelRefusal(refusal);
}

function isOwn(refusal: IdentityRefusal): refusal is OwnRefusal {
  return ownKinds.has(refusal.kind);
}

const ownKinds: ReadonlySet<string> = new Set<OwnRefusal['kind']>([
  'sign_in_refused',
  'too_many',
  'bad_password',
  'wrong_password',
]);

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
  }
}
