/**
 * `npm run bench`: the figures of the product beside their targets, as a table and as JSON (bench/README.md).
 *   --json <file>  --only <case,case>  --without <case,case>  --tiny (proves that it runs; the figures say nothing)
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compose } from '../app/compose.server.ts';
import { readConfig } from '../app/platform/config.server.ts';
import { createDatabase } from '../app/platform/db.server.ts';
import { productRoot } from '../app/platform/root.server.ts';
import { isStartRefusal, startRefusal } from '../app/platform/start-refusal.ts';
import { cases } from '../bench/cases.ts';
import { machineOf } from '../bench/machine.ts';
import type { Bench, Case, Measured } from '../bench/measured.ts';
import { full, tiny } from '../bench/measured.ts';
import { openPlace } from '../bench/place.ts';
import type { Place } from '../bench/place.ts';
import { jsonOf, remarkOn, tableOf } from '../bench/report.ts';
import { benchText } from '../bench/text.ts';
import { benchClock, prepareWorld } from '../bench/world.ts';
import { ensureBuilt } from './build.ts';

process.env['NODE_ENV'] = 'production';
await main().catch((error: unknown) => {
  console.error(isStartRefusal(error) ? error.message : error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const options = readOptions();
  const chosen = choose(options);
  const place = await openPlace(process.env['DATABASE_URL'] || undefined);
  try {
    if (chosen.some(({ name }) => name === 'page')) await ensureBuilt();
    const { machine, all } = await measure(place, chosen, options.tiny ? tiny : full);
    console.log(
      `\n${tableOf(all)}\n\n${Object.entries(machine)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}`,
    );
    console.log(remarkOn(machine));
    writeFileSync(options.json ?? join(productRoot(), 'bench', 'latest.json'), jsonOf(machine, all));
  } finally {
    await place.leave();
  }
}

async function measure(place: Place, chosen: readonly Case[], sizes: Bench['sizes']) {
  const { databaseUrl, folder } = place;
  const product = await compose(readConfig({ DATABASE_URL: databaseUrl, DATA_DIR: folder }, folder));
  const owner = createDatabase(databaseUrl, { max: 2 });
  try {
    const services = { ...product.services, clock: benchClock };
    const edge: Bench['edge'] = (actor) => ({ services, actor, via: 'web', address: null });
    const world = await prepareWorld(owner);
    const bench = { sizes, product: { ...product, services }, owner, databaseUrl, folder, edge, world };
    const machine = await machineOf(owner, place.what);
    const all: Measured[] = [];
    for (const one of chosen) all.push(...(await timed(one, bench)));
    return { machine, all };
  } finally {
    await owner.destroy();
    await product.stop();
  }
}

async function timed(one: Case, bench: Bench): Promise<readonly Measured[]> {
  const begun = performance.now();
  const measured = await one.run(bench);
  console.error(`${one.name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return measured;
}

function readOptions() {
  const options = {
    json: { type: 'string' },
    only: { type: 'string' },
    without: { type: 'string' },
    tiny: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ options, args: process.argv.slice(2) }).values;
  } catch {
    throw startRefusal(benchText.unknownOption(process.argv.slice(2).join(' ')));
  }
}

function choose({ only, without }: { readonly only?: string; readonly without?: string }): readonly Case[] {
  const known = cases.map(({ name }) => name);
  const named = (text: string | undefined) => text?.split(',') ?? [];
  const unknown = [...named(only), ...named(without)].find((name) => !known.includes(name));
  if (unknown) throw startRefusal(benchText.unknownCase(unknown, known));
  return cases.filter(({ name }) => (!only || named(only).includes(name)) && !named(without).includes(name));
}
