/** What stands in a plain mark: never more than who and when, and that it is for trying out. */
import { TIME_ZONE } from '../../kernel/calendar.ts';

export const markText = {
  person: (name: string, at: Date, isTrial: boolean): readonly string[] => [
    `Ký bởi: ${name}`,
    `Thời gian ký: ${zonedText(at)}`,
    ...(isTrial ? ['(chữ ký thử nghiệm)'] : []),
  ],
  seal: (name: string, isTrial: boolean): readonly string[] => [
    ...twoLines(name.toLocaleUpperCase('vi')),
    ...(isTrial ? ['(dấu thử nghiệm)'] : []),
  ],
  /** On a file attached to a paper (II.8.b): the number of the paper, and when it was signed. */
  attached: (number: string, at: Date): readonly string[] => [number, zonedText(at)],
};

/** ISO 8601 with the zone of Vietnam (II.8.b): 15/06/2026 09:30:00+07:00 as 2026-06-15T09:30:00+07:00. */
export function zonedText(at: Date): string {
  const local = at.toLocaleString('sv-SE', { timeZone: TIME_ZONE });
  return `${local.replace(' ', 'T')}+07:00`;
}

function twoLines(name: string): readonly string[] {
  const words = name.split(' ');
  const half = Math.ceil(words.length / 2);
  return words.length < 4 ? [name] : [words.slice(0, half).join(' '), words.slice(half).join(' ')];
}
