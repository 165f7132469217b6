import { route } from '@react-router/dev/routes';

const at = (file: string) => `features/snapshots/routes/${file}`;

export const snapshotRoutes = [
  route('so-lieu-chot', at('snapshots.tsx')),
  route('so-lieu-chot/moi', at('take.tsx')),
  route('so-lieu-chot/:id', at('snapshot.tsx')),
  route('so-lieu-chot/:id/tai.json', at('download.ts'), { id: 'snapshot-json' }),
  route('so-lieu-chot/:id/tai.xlsx', at('download.ts'), { id: 'snapshot-xlsx' }),
];
