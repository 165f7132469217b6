/** What stands behind the one door "Khen thưởng": for the public what anybody may check, for each role what is theirs. */
import type { Actor } from './kernel/actor.ts';
import type { Audience } from './areas.ts';
import { mayEnter } from './areas.ts';
import type { commendationDoorText } from './text.ts';

export type DoorKey = keyof typeof commendationDoorText;
type Door = { readonly key: DoorKey; readonly href: string; readonly for: Audience };
type Room = { readonly key: 'anybody' | 'way' | 'after' | 'basis'; readonly doors: readonly Door[] };

const deciding = ['appraiser', 'auditor', 'deciding_authority'] as const;

const rooms: readonly Room[] = [
  {
    key: 'way',
    doors: [
      { key: 'dossiers', href: '/khen-thuong/ho-so', for: 'signed_in' },
      { key: 'qualified', href: '/khen-thuong/so/chua-de-nghi', for: 'signed_in' },
      { key: 'leaders', href: '/cham-diem/dan-dau', for: 'signed_in' },
      { key: 'appraisal', href: '/khen-thuong/tham-dinh', for: deciding },
      { key: 'council', href: '/khen-thuong/hoi-dong', for: 'signed_in' },
      { key: 'decisions', href: '/khen-thuong/quyet-dinh', for: 'signed_in' },
      { key: 'centre', href: '/khen-thuong/trung-uong', for: deciding },
    ],
  },
  {
    key: 'after',
    doors: [
      { key: 'register', href: '/khen-thuong/so', for: 'signed_in' },
      { key: 'levels', href: '/xep-loai', for: 'signed_in' },
      { key: 'certificates', href: '/khen-thuong/bang', for: 'signed_in' },
      { key: 'fund', href: '/khen-thuong/quy', for: 'signed_in' },
      { key: 'revocations', href: '/khen-thuong/huy-bo', for: 'signed_in' },
      { key: 'complaints', href: '/khen-thuong/khieu-nai', for: [...deciding, 'inspector', 'head'] },
    ],
  },
  {
    key: 'anybody',
    doors: [
      { key: 'verification', href: '/xac-minh', for: 'everybody' },
      { key: 'publicLists', href: '/lay-y-kien', for: 'everybody' },
      { key: 'whereIs', href: '/khen-thuong/tra-cuu', for: 'everybody' },
      { key: 'published', href: '/khen-thuong/quyet-dinh/cong-bo', for: 'everybody' },
      { key: 'results', href: '/ket-qua-thi-dua', for: 'everybody' },
      { key: 'statistics', href: '/khen-thuong/thong-ke', for: 'everybody' },
    ],
  },
  { key: 'basis', doors: [{ key: 'awards', href: '/khen-thuong/danh-muc', for: 'everybody' }] },
];

export function commendationRooms(actor: Actor): readonly Room[] {
  return rooms
    .map(({ key, doors }) => ({ key, doors: doors.filter((door) => mayEnter(door, actor)) }))
    .filter(({ doors }) => doors.length > 0);
}
