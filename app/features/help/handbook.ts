/** The handbook of a role: the sections that its holder needs, in the order of a working year, to be printed. */
import type { Role } from '../../kernel/actor.ts';

const everybody = ['viec-cua-toi', 'tim-kiem'];
const always = ['thu-vien', 'het-phien', 'tai-khoan', 'bi-mat', 'tu-ngu', 'phim-tat'];
const reading = ['trang-thai', 'vi-sao', 'thuc-hien-cam-ket'];
const writing = [
  'nhap-so-lieu',
  'khong-co-mang',
  'gui-duyet',
  'bi-tra-lai',
  'dinh-chinh',
  'nap-excel',
  'phong-trao',
  'dang-ky',
  'ke-hoach',
  'viet-bao-cao',
  'sang-kien',
  'kiem-tra',
  'bo-tieu-chi',
  'cham-diem',
  'xep-hang-thi-dua',
  'diem-manh-diem-yeu',
  'ho-so-khen-thuong',
  'tieu-chuan-khen-thuong',
  'so-khen-thuong',
  'xep-loai-ca-nhan',
];

const commending = [
  'xep-hang-thi-dua',
  'dan-dau-cum-khoi',
  'tieu-chuan-khen-thuong',
  'so-khen-thuong',
  'tham-dinh-khen-thuong',
  'lay-y-kien-nhan-dan',
  'hoi-dong-khen-thuong',
  'quyet-dinh-khen-thuong',
  'xac-minh-bang',
  'quy-khen-thuong',
  'huy-bo-khen-thuong',
];

const own = {
  officer: writing,
  head: [...writing, 'don-doc', 'cham-sang-kien', 'quyet-dinh-khen-thuong'],
  indicator_owner: ['duyet', 'giao-chi-tieu', 'dinh-chinh'],
  appraiser: [
    'duyet',
    'giao-chi-tieu',
    'phong-trao',
    'mo-ky-bao-cao',
    'bao-cao-tong-hop',
    'so-lieu-chot',
    'don-doc',
    'kiem-tra',
    'sang-kien',
    'cham-sang-kien',
    'bo-tieu-chi',
    'cham-diem',
    ...commending,
    'quan-tri',
  ],
  inspector: ['kiem-tra'],
  council_secretary: [
    'xep-hang-thi-dua',
    'hoi-dong-khen-thuong',
    'tham-dinh-khen-thuong',
    'sang-kien',
    'cham-sang-kien',
  ],
  council_member: ['hoi-dong-khen-thuong', 'tieu-chuan-khen-thuong', 'sang-kien', 'cham-sang-kien'],
  deciding_authority: [
    'phong-trao',
    'bao-cao-tong-hop',
    'quyet-dinh-khen-thuong',
    'hoi-dong-khen-thuong',
    'huy-bo-khen-thuong',
    'sang-kien',
    'cham-sang-kien',
  ],
  block_lead: ['khoi-cum', 'don-doc'],
  auditor: ['duyet', ...commending, 'quan-tri'],
  administrator: ['quan-tri'],
} as const satisfies Readonly<Record<Role, readonly string[]>>;

export function sectionsFor(role: Role): readonly string[] {
  return [...new Set([...everybody, ...own[role], ...reading, ...always])];
}
