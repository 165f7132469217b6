/** From what was typed to a setting's value: yes or no, or a number written the Vietnamese way. */
import { parseVietnamese } from '../../kernel/decimal.ts';

/** What is no number comes back as typed, so that the shape refuses it. */
export function typedSetting(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  const read = parseVietnamese(text);
  return read.ok ? read.value.toNumber() : text;
}
