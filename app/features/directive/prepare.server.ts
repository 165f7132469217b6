/** At every start: the pack of this installation is read and, where it is new or has changed, loaded. */
import { act } from '../../platform/command.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { startRefusal } from '../../platform/start-refusal.ts';
import { loadDirective } from './load-directive.server.ts';
import type { LoadOutcome, LoadRefusal } from './load-directive.server.ts';
import { findPackFolder, loadPack } from './load-pack.server.ts';
import { loadRefusal } from './text.ts';

/** @throws a start refusal in words, when the pack is not sound or may not be loaded over what is there. */
export async function prepareDirective(services: Services): Promise<LoadOutcome> {
  const pack = await loadPack(await findPackFolder(services.config.pack));
  const edge = { services, actor: { kind: 'system', name: 'setup' }, via: 'setup', address: null } as const;
  const loaded = await act<LoadOutcome, LoadRefusal>(edge, (context) => loadDirective(context, pack));
  if (!loaded.ok) throw startRefusal(loadRefusal(loaded.refusal));
  return loaded.value;
}
