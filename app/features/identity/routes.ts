import type { RouteConfigEntry } from '@react-router/dev/routes';
import { route } from '@react-router/dev/routes';

const at = (file: string) => `features/identity/routes/${file}.tsx`;

export const identityRoutes: RouteConfigEntry[] = [
  route('dang-nhap', at('sign-in')),
  route('dang-nhap/buoc-hai', at('second-step')),
  route('dang-nhap/khoa-truy-cap', at('passkey-sign-in')),
  route('dang-nhap/lien-thong', at('outside-start')),
  route('dang-nhap/lien-thong/ve', at('outside-return')),
  route('dang-xuat', at('sign-out')),
  route('loi-moi/:token', at('invitation')),
  route('tai-khoan', at('account')),
  route('tai-khoan/lien-thong', at('account-outside')),
  route('tai-khoan/mat-khau', at('account-password')),
  route('tai-khoan/xac-thuc-hai-lop', at('account-factor')),
  route('tai-khoan/khoa-truy-cap', at('account-passkeys')),
  route('tai-khoan/phien', at('account-sessions')),
  route('tai-khoan/khoa-api', at('account-tokens')),
  route('tai-khoan/uy-quyen', at('account-delegations')),
  route('noi-dung-dang-do', at('parked')),
  route('quen-mat-khau', at('forgot')),
  route('quan-tri/nguoi-dung', at('people')),
  route('quan-tri/nguoi-dung/moi', at('person-new')),
  route('quan-tri/nguoi-dung/nap', at('people-import')),
  route('quan-tri/nguoi-dung/nap/mau', at('people-template')),
  route('quan-tri/nguoi-dung/duong-dan', at('people-links')),
  route('quan-tri/nguoi-dung/:personId', at('person')),
  route('quan-tri/nguoi-dung/:personId/uy-quyen', at('person-delegations')),
  route('quan-tri/nguoi-dung/:personId/sua', at('person-edit')),
];
