/** What the page of a letter can be asked to do, one deed a form. */
import type { Result } from '../../kernel/result.ts';
import { notThere, refuse } from '../../kernel/result.ts';
import { versionIn } from '../../kernel/versions.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Fields } from '../../platform/http.server.ts';
import { letterMoves } from './letter.ts';
import type { LetterMove } from './letter.ts';
import type { LetterRefusal } from './letters.server.ts';
import { issueLetter, refreshLetter, saveLetter, withdrawLetter } from './letters.server.ts';

export function letterDeed(fields: Fields): LetterMove | undefined {
  return letterMoves.find((move) => move === fields['viec']);
}

export async function doOnLetter(
  context: Context,
  id: string,
  fields: Fields,
): Promise<Result<undefined, LetterRefusal>> {
  const asked = { id, version: versionIn(fields) };
  switch (letterDeed(fields)) {
    case 'change':
      return saveLetter(context, { ...asked, typed: fields });
    case 'refresh':
      return refreshLetter(context, asked);
    case 'issue':
      return issueLetter(context, { ...asked, number: fields['number'] ?? '', signedOn: fields['signedOn'] ?? '' });
    case 'withdraw':
      return withdrawLetter(context, asked);
    case undefined:
      return refuse(notThere);
  }
}
