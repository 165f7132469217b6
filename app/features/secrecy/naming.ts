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
  return schemes.find((scheme) => hasCode(plain, scheme.code) || isCalled(withoutNeutral(said, scheme), scheme))?.code;
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

/** Without what says only that the scheme, with its name or without, is handled under the rules; and what counts all of them. */
function withoutNeutral(said: string, { code, name, title }: SecretScheme): string {
  const names = [title, name].flatMap((each) =>
    each ? [escaped(folded(plainly(each)).trim().replace(term, ''))] : [],
  );
  const own = `(?: ?:? ?(?:${names.join('|')})(?: (?:giai doan|nhiem ky) [\\d ]+)?)?`;
  const called = `\\bde an (?:so )?0{0,2}${Number(code.split('-')[1])}${own}`;
  return said.replaceAll(new RegExp(`${called} ${handled}`, 'g'), ' ').replaceAll(spans, ' ');
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, (mark) => `\\${mark}`);

/** DA-17, ĐA 17, da17, however written; letters bear their marks here, so "đã 17 năm" is no code. */
function hasCode(plain: string, code: string): boolean {
  const [letters = '', digits = ''] = code.split('-');
  const first = letters.replaceAll('D', '[D\u0110]');
  const number = `0{0,2}${Number(digits)}(?![\\p{L}\\p{N}])(?![.,]\\d)`;
  return new RegExp(`(?<![\\p{L}\\p{N}])${first}[\\s._–-]{0,3}${number}`, 'iu').test(plain);
}

/** What makes a number an amount: "đề án 17 tỷ đồng", "đề án 17.000 ha", "đề án: 17 đề án trọng tâm". */
const amount =
  '(?![.,]?\\d)(?! ?%)(?! (?:ty|trieu|nghin|ngan|dong|usd|ha|km|m2|tan|ho|nguoi|luot|xa|phuong|thon|de an)\\b)';
/** After the first number of a row only what cannot begin an amount: the end, a mark, or a word that goes on with the sentence. */
const further =
  '(?![.,]?\\d)(?= ?(?:[.,;:!?]|$)| (?:va|den|cua|do|dat|theo|trong|tai|la|co|da|dang|duoc|chua|bao|thuc|ket)\\b)';

function isCalled(said: string, { code, name, title }: SecretScheme): boolean {
  const number = Number(code.split('-')[1]);
  const digits = `0{0,2}${number}`;
  const row = `\\bde an(?: so)? ?\\d{1,3}(?: ?(?:[,;&+]|va) ?(?:so )?\\d{1,3})*? ?(?:[,;&+]|va) ?(?:so )?`;
  const ways = [
    `\\bde an(?: so| thu)? ?:? ?${digits}\\b${amount}`,
    `${row}${digits}\\b${further}`,
    `\\bde an(?: so| thu)? ${spelled(number)}\\b(?! (?:ty|trieu|nghin|ngan)\\b)`,
  ];
  return ways.some((way) => new RegExp(way).test(said)) || [name, title ?? ''].some((each) => isNamed(said, each));
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

/** By its whole name, or as a scheme whose name begins so. */
function isNamed(said: string, name: string): boolean {
  const words = letters(name).replace(term, '');
  const text = letters(said);
  const beginning = words.split(' ').slice(0, 4).join(' ');
  return (words.length >= 20 && text.includes(words)) || (beginning.length >= 8 && text.includes(`de an ${beginning}`));
}

function letters(text: string): string {
  return folded(plainly(text))
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
