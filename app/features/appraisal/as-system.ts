/** For counts and checks that do not depend on who asks: what they lead to is shown only to whoever may know. */
import type { Actor } from '../../kernel/actor.ts';

export const system: Actor = { kind: 'system', name: 'job' };
