import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runRounds, type Target } from './rounds.ts';

/** Acknowledges five writes at each start; with `forgets`, a kill takes the last of them away. */
function memory(forgets: boolean): Target {
  const stored: string[] = [];
  return {
    start: async (acknowledge) => {
      for (let i = 0; i < 5; i += 1) {
        const id = String(stored.length);
        stored.push(id);
        acknowledge(id);
      }
      return {
        kill: async () => {
          if (forgets) stored.splice(-1, 1, 'gone');
          return false;
        },
        findMissing: async (acknowledged) => acknowledged.filter((id) => !stored.includes(id)),
        stop: async () => undefined,
      };
    },
  };
}

test('the harness finds every acknowledged write that a kill took away, and none where nothing is lost', async () => {
  assert.deepEqual(await runRounds(memory(false), 3), { rounds: 3, acknowledged: 15, lost: [] });
  const lossy = await runRounds(memory(true), 3);
  assert.deepEqual(lossy.lost, ['4', '9', '14']);
});
