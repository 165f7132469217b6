/** At every start, after the directive: its movement is there. */
import { act } from '../../platform/command.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { expectOk } from '../../kernel/result.ts';
import type { LoadedMovement } from './load-movement.server.ts';
import { loadMovement } from './load-movement.server.ts';

export async function prepareMovement(services: Services): Promise<LoadedMovement> {
  const edge = { services, actor: { kind: 'system', name: 'setup' }, via: 'setup', address: null } as const;
  return expectOk(await act(edge, loadMovement));
}
