/** What a member's browser does with a secret ballot (features/council/making.browser.ts), done here for the people of the story. */
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { randomBytes } from 'node:crypto';
import { stranger } from '../kernel/actor.ts';
import { expectOk } from '../kernel/result.ts';
import type { Edge } from '../platform/command.server.ts';
import { act } from '../platform/command.server.ts';
import { agendaOf } from '../features/council/agenda.server.ts';
import { algorithm, fromBase64, messageOf, toBase64, toHex } from '../features/council/ballot.ts';
import type { PublicKey } from '../features/council/ballot.ts';
import { castBallot } from '../features/council/casting.server.ts';
import type { Choice } from '../features/council/tally.ts';
import { takeBallots } from '../features/council/taking.server.ts';

type Sheet = { readonly id: string; readonly choose: (at: number) => Choice };

export async function castSecretly(edge: Edge, { id, choose }: Sheet): Promise<void> {
  const agenda = await agendaOf(edge.services.db, edge.actor, id);
  const polls = agenda.flatMap(({ poll }) =>
    poll?.isOpen && poll.publicKey ? [{ pollId: poll.id, key: poll.publicKey }] : [],
  );
  const suite = RSABSSA.SHA384.PSS.Randomized();
  for (const [at, { pollId, key }] of polls.entries()) {
    const [serial, choice, publicKey] = [randomBytes(32).toString('hex'), choose(at), await imported(key)];
    const prepared = suite.prepare(messageOf(pollId, { serial, choice }));
    const { blindedMsg, inv } = await suite.blind(publicKey, prepared);
    const blinded = new Map([[pollId, toBase64(blindedMsg)]]);
    const { signatures } = expectOk(
      await act(edge, (context) => takeBallots(context, { id, blinded }, edge.services.config)),
    );
    const signature = await suite.finalize(publicKey, prepared, fromBase64(signatures[pollId] ?? ''), inv);
    const typed = { serial, choice, prefix: toHex(prepared.subarray(0, 32)), signature: toBase64(signature) };
    expectOk(await castBallot({ ...edge, actor: stranger }, { pollId, typed }, act));
  }
}

function imported(key: PublicKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', { ...key, alg: 'PS384', ext: true }, algorithm, true, ['verify']);
}
