/**
 * What stands in a form, what stood there when it was drawn, and what it carried for itself. A draft that comes back to a
 * form drawn later must not win over what somebody else saved in between: then it keeps the version it was written
 * against, and the product shows both when it is saved.
 */
export type Control = {
  readonly name: string;
  /** Among the controls of that name, from 0. */
  readonly nth: number;
  readonly value: string;
  /** Null where it is nothing to tick. */
  readonly checked: boolean | null;
  readonly hidden: boolean;
};

export type Draft = {
  readonly form: string;
  /** Where the form stands, with its query. */
  readonly path: string;
  readonly title: string;
  readonly controls: readonly Control[];
  /** As the product had drawn it. */
  readonly base: readonly Control[];
};

const keyOf = ({ name, nth }: Control): string => `${name} ${nth}`;
const isVisible = ({ hidden }: Control): boolean => !hidden;

function said(controls: readonly Control[]): ReadonlyMap<string, string> {
  return new Map(
    controls
      .filter(isVisible)
      .map((one) => [
        keyOf(one),
        one.checked === null ? one.value.trim().replaceAll('\r\n', '\n') : String(one.checked),
      ]),
  );
}

/** The same to a reader: what is hidden does not count, nor a space at an end. */
export function saysSame(a: readonly Control[], b: readonly Control[]): boolean {
  const [one, other] = [said(a), said(b)];
  return one.size === other.size && [...one].every(([key, text]) => other.get(key) === text);
}

const isMinted = ({ value }: Control): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

type Sent = { readonly fields: readonly (readonly [string, string])[]; readonly base: readonly Control[] };

/** What was pressed after another deed of the same hand, and waits behind it: it goes on from what that one left. */
export function movedOn<Body extends Sent>(body: Body, drawn: readonly Control[]): Body {
  const carried = drawn.filter((one) => one.hidden && !isMinted(one));
  const single = carried.filter(({ name }) => carried.filter((one) => one.name === name).length === 1);
  const now = new Map(single.map(({ name, value }) => [name, value]));
  return { ...body, fields: body.fields.map(([name, value]) => [name, now.get(name) ?? value]), base: drawn };
}

export type Restored = {
  readonly controls: readonly Control[];
  /** Typed into controls that the form has no longer. */
  readonly homeless: readonly Control[];
  readonly isOvertaken: boolean;
};

/** The draft laid over the form as it is drawn now; what was `typed` since it was drawn stays. */
export function restored(draft: Draft, drawn: readonly Control[], typed: readonly Control[] = drawn): Restored {
  const isOvertaken = !saysSame(draft.base, drawn);
  const before = new Map(draft.controls.map((one) => [keyOf(one), one]));
  const controls = drawn.map((now, at) => {
    const then = before.get(keyOf(now));
    const here = typed[at];
    if (here && isVisible(here) && (here.value !== now.value || here.checked !== now.checked)) return here;
    if (!now.hidden) return then && !then.hidden ? { ...now, value: then.value, checked: then.checked } : now;
    if (isOvertaken) return { ...now, value: then?.value ?? '' };
    // Ids minted for the first drawing stay: what was sent from it, and whose answer was lost, is known by them.
    return then && isMinted(now) ? { ...now, value: then.value } : now;
  });
  const places = new Set(drawn.map(keyOf));
  const isTyped = ({ value, checked }: Control) => checked === null && value.trim() !== '';
  const homeless = draft.controls.filter((one) => isVisible(one) && isTyped(one) && !places.has(keyOf(one)));
  return { controls, homeless, isOvertaken };
}
