/** Who is named for what, as one form gives it: only what was changed in it, so that nobody overwrites what they left alone. */
import type { DutyKind } from './duty.ts';
import { dutyKinds } from './duty.ts';

export type GivenName = {
  readonly kind: DutyKind;
  /** Null: for all duties of the kind. */
  readonly key: string | null;
  /** Null: nobody in particular any more. */
  readonly personId: string | null;
  /** As it was read; 0 where nobody was named yet. */
  readonly version: number;
};
export type NamedPlace = Pick<GivenName, 'kind' | 'key'>;

/** Names a kind, or one duty, in a form. */
export function placeOf({ kind, key }: NamedPlace): string {
  return key ?? kind;
}

/** A duty's key begins with its kind. */
function placeIn(text: string): NamedPlace | undefined {
  const kind = dutyKinds.find((each) => each === text.split(':')[0]);
  return kind && { kind, key: text === kind ? null : text };
}

type Lists = (name: string) => readonly string[];

/** From lists that stand side by side: the place (`cho`), who was named for it (`truoc`), who is to be (`nguoi`), and its version. */
export function readNames(many: Lists): readonly GivenName[] {
  const [before, people, versions] = [many('truoc'), many('nguoi'), many('ban')];
  return many('cho').flatMap((text, at) => {
    const place = placeIn(text);
    const person = people[at];
    if (!place || person === undefined || person === before[at]) return [];
    return [{ ...place, personId: person === '' ? null : person, version: Number(versions[at] ?? 0) }];
  });
}
