/** A version that somebody proposed and nobody has confirmed yet: known to whoever is signed in. */
import { proposeProvision } from '../../app/features/awards/law/proposing.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { as } from './plant.ts';

const typed: Readonly<Record<string, string>> = {
  loai: 'quota',
  'danh-hieu': 'co-thi-dua-tinh',
  'tu-ngay': '2026-01-01',
  nguon: 'Quy định mẫu',
  'muc-do': 'default',
  'ly-do': 'Mẫu để thử',
  'nd-atMostPercent': '50',
  'nd-of': 'tập thể mẫu',
};

export async function plantProvision(app: App, cast: Cast): Promise<string> {
  const id = newId();
  const value = (name: string) => typed[name] ?? '';
  await as(app, cast.people.appraiser, (context) =>
    proposeProvision(context, { id, typed: { value, many: (name) => [value(name)] } }),
  );
  return id;
}
