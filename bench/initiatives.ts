/**
 * Twenty thousand made-up initiatives: words drawn as words of a language fall (a few often, most seldom), set phrases of the
 * trade in every one, straight into the tables. The same each time.
 */
import { sql } from 'kysely';
import type { Database } from '../app/platform/db.server.ts';
import { newId } from '../app/platform/id.server.ts';
import { printsOf } from '../app/kernel/alike.ts';
import { comparedTexts } from '../app/features/initiatives/drafting.server.ts';
import type { World } from './measured.ts';

export type Words = {
  readonly title: string;
  readonly problem: string;
  readonly novelty: string;
  readonly effect: string;
};
export type Made = Words & { readonly id: string };

const starts = 'b c ch d đ g gi h k kh l m n ng nh ph qu r s t th tr v x'.split(' ');
const middles = 'a à á ả ạ ă â e è é ê ề ế i ì í o ò ó ô ồ ố ơ ờ ớ u ù ú ư ừ ứ ia iê ươ uô'.split(' ');
const ends = ['', '', 'c', 'm', 'n', 'ng', 'nh', 't', 'p', 'i'];
const phrases = [
  'trên địa bàn xã đã đạt được những kết quả quan trọng góp phần hoàn thành nhiệm vụ chính trị của đơn vị',
  'thực hiện chỉ thị của Chủ tịch Ủy ban nhân dân tỉnh về phát động phong trào thi đua giai đoạn 2026 2030',
  'tiết kiệm thời gian, chi phí, nhân lực và nâng cao chất lượng phục vụ người dân và doanh nghiệp',
];

/** Of 0 to 1, the same for the same place. */
function drawn(n: number): number {
  let x = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return ((x ^ (x >>> 16)) >>> 0) / 4_294_967_296;
}

function syllable(n: number): string {
  const rank = Math.floor(2_500 ** drawn(n));
  const part = (of: readonly string[], salt: number) => of[Math.floor(drawn(rank * 31 + salt) * of.length)] ?? '';
  return part(starts, 1) + part(middles, 2) + part(ends, 3);
}

function text(seed: number, syllables: number): string {
  const words = Array.from({ length: syllables }, (_, at) => syllable(seed * 1_009 + at));
  const phrase = phrases[seed % phrases.length] ?? '';
  return `${words.slice(0, syllables / 2).join(' ')}, ${phrase}. ${words.slice(syllables / 2).join(' ')}.`;
}

export function wordsOf(n: number): Words {
  const long = 60 + Math.floor(drawn(n) * 120);
  return {
    title: Array.from({ length: 12 }, (_, at) => syllable(n * 7_919 + at)).join(' '),
    problem: text(n * 4 + 1, long),
    novelty: text(n * 4 + 2, long),
    effect: text(n * 4 + 3, long),
  };
}

export async function insertInitiatives(owner: Database, world: World, made: readonly Made[]): Promise<void> {
  const by = world.officers[0]?.personId ?? '';
  for (let at = 0; at < made.length; at += 1_000) {
    const some = made.slice(at, at + 1_000).map((one, n) => ({
      ...one,
      ...printsOf(comparedTexts(one)),
      unit: world.communes[(at + n) % world.communes.length]?.id,
    }));
    await sql`
      with given as (
        select * from json_to_recordset(${JSON.stringify(some)}::json) as g (id uuid, unit uuid, title text, problem text,
          novelty text, effect text, words int, prints int[])),
      placed as (
        insert into initiative (id, unit_id, kind, year, title, problem, novelty, effect, applied_at, stage, source, entered_by, entered_at)
        select id, unit, 'initiative', 2026, title, problem, novelty, effect, 'Xã đo', 'draft', 'Hồ sơ đo', ${by}, now() from given)
      insert into initiative_print (initiative_id, words, prints) select id, words, prints from given`.execute(owner);
  }
  await sql`update initiative set stage = 'recognised'`.execute(owner);
  await sql`vacuum analyze initiative, initiative_print`.execute(owner);
}

/** Copies of others: of the whole text without marks, or of one passage among own words. */
export function copyOf(words: Words, n: number): Made {
  const own = wordsOf(1_000_000 + n);
  if (n % 2 === 0)
    return { ...words, id: newId(), problem: plain(words.problem), novelty: plain(words.novelty), title: own.title };
  return { ...own, id: newId(), novelty: `${own.novelty} ${words.novelty.slice(0, 260)}` };
}

function plain(marked: string): string {
  return marked
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .toUpperCase();
}
