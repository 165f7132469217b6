/** What the demonstration must show of what goes to the centre. */
import assert from 'node:assert/strict';
import { centralDossiers } from '../app/features/centre/list.server.ts';
import { checkSubmissions, submissionsOf } from '../app/features/centre/signed-submission.server.ts';
import type { Services } from '../app/platform/services.server.ts';

export async function assertCentre(services: Services, today: string): Promise<void> {
  const by = { kind: 'system', name: 'job' } as const;
  const rows = await centralDossiers(services.db, by, { today, stages: ['at_centre', 'issued'] });
  assert.deepEqual(
    rows.map(({ title, standing, packages }) => [title, standing, packages[0]?.receipt]),
    [
      ['Về việc đề nghị tặng Bằng khen của Thủ tướng Chính phủ (mẫu)', 'answered', 'TN-MAU-015'],
      ['Về việc đề nghị tặng Huân chương Lao động hạng Ba (mẫu)', 'to_send', undefined],
    ],
  );
  const waiting = rows.find(({ standing }) => standing === 'to_send');
  assert.ok(waiting);
  const checked = await checkSubmissions(services, await submissionsOf(services.db, waiting));
  assert.deepEqual(
    checked.map(({ state, signers }) => [state, signers.length]),
    [['sound', 2]],
  );
}
