import type { RouteConfigEntry } from '@react-router/dev/routes';
import { route } from '@react-router/dev/routes';

const at = (file: string) => `features/identity/routes/${file}.tsx`;

export const identityRoutes: RouteConfigEntry[] = [
  route('dang-nhap', at('sign-in')),
  route('dang-xuat', at('sign-out')),
  route('loi-moi/:token', at('invitation')),
];
