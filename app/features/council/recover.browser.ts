/** The code of a sheet: made on one browser before or while ballots are on their way, typed into another one when the first is lost. */
import { ballotText as said } from './ballot.text.ts';
import type { Box, Kept } from './box.browser.ts';
import { codeIn, keyOfCode, newCode, openSpare, sealSpare } from './spare.browser.ts';

type Sheet = {
  readonly box: Box;
  /** Ballots that are not in the urn yet, of votes that are open. */
  readonly unfinished: () => Promise<readonly Kept[]>;
  readonly isOpen: (pollId: string) => boolean;
  readonly goOn: () => Promise<void>;
  /** Runs a deed of the page and says what it throws. */
  readonly attempt: (work: () => Promise<void>) => Promise<void>;
  readonly say: (text: string, kind: 'info' | 'refusal' | 'success') => void;
};

const account = () => document.getElementById('comfort')?.dataset['account'] ?? '';
const address = () => document.getElementById('du-phong')?.dataset['at'] ?? '';

/** While the page is open; nothing keeps the code but the member. */
let key: CryptoKey | undefined;

export function offerCode({ unfinished, attempt }: Sheet): void {
  const shown = document.getElementById('ma-du-phong');
  document.getElementById('tao-ma')?.addEventListener(
    'click',
    () =>
      void attempt(async () => {
        const code = newCode();
        key = await keyOfCode(code, account());
        await keepSpares(await unfinished());
        if (shown) shown.textContent = said.code(code);
      }),
  );
}

/** Before they are signed: from then on another browser can finish them. Nothing where no code was asked for. */
export async function keepSpares(kept: readonly Kept[]): Promise<void> {
  const lock = key;
  if (!lock || kept.length === 0) return;
  const sealed = await Promise.all(
    kept.map(async ({ unsigned }) => [unsigned.pollId, await sealSpare(lock, unsigned)]),
  );
  const answer = await fetch(address(), {
    method: 'POST',
    headers: { Accept: 'application/json' },
    redirect: 'error',
    body: new URLSearchParams(sealed),
  });
  if (answer.status !== 204) throw new Error('the spares were not kept');
}

/** Where spares wait that this browser does not have: their code is asked for, and it goes on with the same ballots. */
export async function offerGoingOn({ box, isOpen, goOn, attempt, say }: Sheet): Promise<void> {
  const place = document.getElementById('bo-tiep');
  const code = document.getElementById('o-ma') as HTMLInputElement | null;
  if (!place || !code) return;
  const known = new Set((await box.all()).map(({ unsigned }) => unsigned.pollId));
  const answer = await fetch(address(), { headers: { Accept: 'application/json' }, redirect: 'error' });
  const { spares } = (await answer.json()) as { spares: Readonly<Record<string, string>> };
  const waiting = Object.entries(spares).filter(([pollId]) => isOpen(pollId) && !known.has(pollId));
  if (waiting.length === 0) return;
  place.hidden = false;
  document.getElementById('bo-tiep-bam')?.addEventListener(
    'click',
    () =>
      void attempt(async () => {
        if (codeIn(code.value) === undefined) return wrong(code, say);
        const lock = await keyOfCode(code.value, account());
        const opened = await Promise.all(waiting.map(([pollId, sealed]) => openSpare(lock, pollId, sealed)));
        const all = opened.filter((one) => one !== undefined);
        if (all.length < waiting.length) return wrong(code, say);
        for (const unsigned of all) await box.put({ unsigned });
        await goOn();
      }),
  );
}

function wrong(code: HTMLInputElement, say: Sheet['say']): void {
  code.setAttribute('aria-invalid', 'true');
  code.focus();
  say(said.wrongCode, 'refusal');
}
