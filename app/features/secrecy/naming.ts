/**
 * Whether a text names a scheme that is handled off the system (Luật Bảo vệ bí mật nhà nước; the note of the directive's
 * annex): by its code, its number, its name. Against an honest mistake, not against somebody who hides what they write: a machine
 * cannot tell what a secret is, so naming is where it stops. One sentence may name it: that it is handled under those rules.
 */
import { fold } from '../../kernel/fold.ts';

/** `title`: the long one of the annex, with its term. */
export type SecretScheme = { readonly code: string; readonly name: string; readonly title?: string };

/** The code of the first one that is named. */
export function namedIn(text: string, schemes: readonly SecretScheme[]): string | undefined {
  if (schemes.length === 0 || text.length < 4) return undefined;
  const plain = plainly(text);
  const said = folded(plain);
  return schemes.find((scheme) => {
    const ways = waysOf(scheme);
    if (ways.code.test(plain)) return true;
    const rest = said.replaceAll(ways.neutral, ' ').replaceAll(spans, ' ');
    if (ways.called.some((way) => way.test(rest))) return true;
    const words = lettersOf(rest);
    return ways.names.some((name) => words.includes(name));
  })?.code;
}

export function namesScheme(text: string, scheme: SecretScheme): boolean {
  return namedIn(text, [scheme]) !== undefined;
}

/** Letters and digits as they are meant: full-width ones, invisible marks and breaks between them do not hide a name. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replaceAll(/\s+/g, ' ');
}

/** Words alone, so that a comma or a quotation mark does not hide a name; marks inside figures stay. */
function folded(plain: string): string {
  return fold(plain)
    .replaceAll(/["'“”‘’«»()[\]_–—-]+/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

const spans = /\bde an (?:so )?\d{1,3} den (?:de an )?(?:so )?\d{1,3}\b/g;
const handled = '(?:duoc )?(?:thuc hien|xu ly)(?: theo)?(?: (?:quy dinh|che do))(?: ve)? bao ve bi mat nha nuoc';

type Ways = {
  readonly code: RegExp;
  /** What says only that the scheme, with its name or without, is handled under the rules. */
  readonly neutral: RegExp;
  readonly called: readonly RegExp[];
  readonly names: readonly string[];
};

/** Every text of every form is looked through: the patterns of a scheme are made once. */
const made = new Map<string, Ways>();

function waysOf(scheme: SecretScheme): Ways {
  const key = JSON.stringify([scheme.code, scheme.name, scheme.title]);
  const before = made.get(key);
  if (before) return before;
  const named = [scheme.title ?? '', scheme.name].filter((each) => each !== '');
  const ways = {
    code: codeOf(scheme.code),
    neutral: neutralOf(scheme.code, named),
    called: calledBy(scheme.code),
    names: named.flatMap(namesOf),
  };
  made.set(key, ways);
  return ways;
}

function neutralOf(code: string, named: readonly string[]): RegExp {
  const names = named.map((each) => escaped(folded(plainly(each)).trim().replace(term, '')));
  const own = `(?: ?:? ?(?:${names.join('|')})(?: (?:giai doan|nhiem ky) [\\d ]+)?)?`;
  const called = `\\bde an (?:so )?0{0,2}${Number(code.split('-')[1])}${own}`;
  return new RegExp(`${called} ${handled}`, 'g');
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, (mark) => `\\${mark}`);

/** DA-17, ĐA 17, da17, however written; letters bear their marks here, so "đã 17 năm" is no code. */
function codeOf(code: string): RegExp {
  const [letters = '', digits = ''] = code.split('-');
  const first = letters.replaceAll('D', '[D\u0110]');
  const number = `0{0,2}${Number(digits)}(?![\\p{L}\\p{N}])(?![.,]\\d)`;
  return new RegExp(`(?<![\\p{L}\\p{N}])${first}[\\s._–-]{0,3}${number}`, 'iu');
}

/** What makes a number an amount: "đề án 17 tỷ đồng", "đề án 17.000 ha", "đề án: 17 đề án trọng tâm". */
const amount =
  '(?![.,]?\\d)(?! ?%)(?! (?:ty|trieu|nghin|ngan|dong|usd|ha|km|m2|tan|ho|nguoi|luot|xa|phuong|thon|de an)\\b)';
/** After the first number of a row only what cannot begin an amount: the end, a mark, or a word that goes on with the sentence. */
const further =
  '(?![.,]?\\d)(?= ?(?:[.,;:!?]|$)| (?:va|den|cua|do|dat|theo|trong|tai|la|co|da|dang|duoc|chua|bao|thuc|ket)\\b)';

function calledBy(code: string): readonly RegExp[] {
  const number = Number(code.split('-')[1]);
  const digits = `0{0,2}${number}`;
  const row = `\\bde an(?: so)? ?\\d{1,3}(?: ?(?:[,;&+]|va) ?(?:so )?\\d{1,3})*? ?(?:[,;&+]|va) ?(?:so )?`;
  return [
    `\\bde an(?: so| thu)? ?:? ?${digits}\\b${amount}`,
    `${row}${digits}\\b${further}`,
    `\\bde an(?: so| thu)? ${spelled(number)}\\b(?! (?:ty|trieu|nghin|ngan)\\b)`,
  ].map((way) => new RegExp(way));
}

const ones = ['khong', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin'];

/** 17: muoi bay. Up to 99, as schemes are counted. */
function spelled(number: number): string {
  const [tens, rest] = [Math.floor(number / 10), number % 10];
  const last = rest === 5 ? 'lam' : (ones[rest] ?? '');
  if (tens === 0) return ones[rest] ?? '';
  const head = tens === 1 ? 'muoi' : `${ones[tens] ?? ''} muoi`;
  return rest === 0 ? head : `${head} ${last}`;
}

const term = / (?:giai doan|nhiem ky|den nam) \d.*$/;

/** Its whole name, and what a scheme is called whose name begins so. */
function namesOf(name: string): readonly string[] {
  const words = lettersOf(folded(plainly(name))).replace(term, '');
  const beginning = words.split(' ').slice(0, 4).join(' ');
  return [...(words.length >= 20 ? [words] : []), ...(beginning.length >= 8 ? [`de an ${beginning}`] : [])];
}

const lettersOf = (said: string): string => said.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
