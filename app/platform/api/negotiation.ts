/** Which of the forms we can give the asker likes best (RFC 9110, 12.5.1). */
export const jsonType = 'application/json';
export const csvType = 'text/csv';

/** The first of `offers` wins a draw; nothing asked for means the first. Undefined: none of them is accepted. */
export function chooseType(accept: string | null, offers: readonly string[]): string | undefined {
  if (accept === null || accept.trim() === '') return offers[0];
  const ranges = accept.split(',').map(rangeOf);
  const liked = offers.map((offer) => ({ offer, weight: weightOf(offer, ranges) })).filter(({ weight }) => weight > 0);
  return liked.toSorted((a, b) => b.weight - a.weight)[0]?.offer;
}

type Range = { readonly type: string; readonly weight: number };

function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const weight = quality === undefined ? 1 : Number(quality);
  return { type, weight: Number.isFinite(weight) ? Math.min(Math.max(weight, 0), 1) : 0 };
}

/** The most particular range that matches says how much: `text/csv` before `text/*` before `*`. */
function weightOf(offer: string, ranges: readonly Range[]): number {
  const family = `${offer.split('/')[0]}/*`;
  for (const type of [offer, family, '*/*']) {
    const range = ranges.find((each) => each.type === type);
    if (range) return range.weight;
  }
  return 0;
}

/** Weak comparison, as a conditional GET asks (RFC 9110, 13.1.2). */
export function matchesTag(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  const bare = (text: string) => text.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((each) => bare(each) === bare(tag));
}
