/** The list of flags as its address asks for it. */
import { flagStates } from './flag.ts';
import type { FlagState } from './flag.ts';

export type AskedFlags = {
  readonly state: FlagState | undefined;
  readonly kindCode: string | undefined;
  readonly words: string | undefined;
};

export function flagsQueryIn(url: URL): AskedFlags {
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  return {
    state: flagStates.find((each) => each === asked('tinh-trang')),
    kindCode: asked('loai') || undefined,
    words: asked('q') || undefined,
  };
}
