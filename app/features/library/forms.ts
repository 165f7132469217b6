/** Forms that the product itself makes, and where they are. */
export const forms = [
  { key: 'values', href: '/nhap-so-lieu/excel' },
  { key: 'targets', href: '/giao-chi-tieu/excel' },
  { key: 'pledges', href: '/dang-ky-chi-tieu/moi' },
  { key: 'plans', href: '/ke-hoach/moi' },
  { key: 'reports', href: '/ky-bao-cao' },
  { key: 'initiatives', href: '/sang-kien/moi' },
] as const;
export type FormKey = (typeof forms)[number]['key'];
