/** Rows put there by the product's own commands, as somebody of the cast and at any moment. */
import { enter } from '../../app/features/actuals/entering.server.ts';
import { attachEvidence } from '../../app/features/actuals/evidence.server.ts';
import type { Way } from '../../app/features/actuals/moving.server.ts';
import { moveOne } from '../../app/features/actuals/moving.server.ts';
import { enterMovement } from '../../app/features/movements/drafting.server.ts';
import { moveMovement } from '../../app/features/movements/moving.server.ts';
import { attachPaper } from '../../app/features/movements/papers.server.ts';
import type { Actor, Person } from '../../app/kernel/actor.ts';
import type { Result } from '../../app/kernel/result.ts';
import { expectOk } from '../../app/kernel/result.ts';
import type { Context, Edge } from '../../app/platform/command.server.ts';
import { readConfig } from '../../app/platform/config.server.ts';
import type { KeptFile } from '../../app/platform/files/intake.server.ts';
import { takeIn } from '../../app/platform/files/intake.server.ts';
import { openStore } from '../../app/platform/files/store.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { reactions } from '../../app/reactions.server.ts';
import { contextFor } from '../world.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';

type Body<Value> = (context: Context) => Promise<Result<Value>>;

export function as<Value>(app: App, actor: Actor, body: Body<Value>, at = new Date()): Promise<Value> {
  return app.appDb.transaction().execute(async (tx) => expectOk(await body(contextFor(tx, actor, at))));
}

/** For what takes more than one transaction. */
export function edgeOf(app: App, actor: Actor): Edge {
  const services = {
    config: readConfig({ DATA_DIR: app.dataDir, SIGNING: 'development' }, app.dataDir),
    db: app.appDb,
    jobs: { send: async () => undefined },
    files: filesOf(app),
    seal: app.seal,
    reactions,
    clock: () => new Date(),
  };
  return { services, actor, via: 'web', address: null };
}

const filesOf = ({ dataDir }: App) => openStore({ s3: undefined, dataDir });

/** A text of that name that says it once more. */
export async function fileOf(app: App, name: string, text = name): Promise<KeptFile> {
  return expectOk(await takeIn({ name, content: Buffer.from(text) }, { store: filesOf(app) }));
}

type What = { readonly indicatorCode: string; readonly unitId: string };

type TypedValue = { readonly value: string; readonly source?: string; readonly note?: string };

export async function enterAs(
  app: App,
  person: Person,
  what: What,
  typed: TypedValue,
  at = new Date(),
): Promise<string> {
  const id = newId();
  const year = new Date().getFullYear();
  const figure = { period: String(year), asOfDate: `${year}-01-02`, ...typed };
  await as(app, person, (context) => enter(context, { id, ...what, typed: figure }), at);
  return id;
}

type How = { readonly reason?: string; readonly at?: Date };

export async function move(app: App, person: Person, id: string, way: Way, { reason, at }: How = {}): Promise<void> {
  const { version } = await app.db
    .selectFrom('actual')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await as(app, person, (context) => moveOne(context, { id, version, move: way, ...(reason && { reason }) }), at);
}

export async function attach(app: App, person: Person, actualId: string, name: string): Promise<string> {
  const file = await fileOf(app, name, name.includes('Verified') ? name : `${name} zqFileContent`);
  const id = newId();
  await as(app, person, (context) => attachEvidence(context, { id, actualId, file }));
  return id;
}

type Draft = { readonly unitId: string; readonly name: string; readonly visibility?: string };

export async function draftMovement(
  app: App,
  person: Person,
  { unitId, name, visibility = 'internal' }: Draft,
): Promise<string> {
  const id = newId();
  const year = new Date().getFullYear();
  const days = { first: `${year}-01-01`, last: `${year}-12-31` };
  const typed = { name, kind: 'themed', ...days, aim: 'Mục đích mẫu', goals: 'Mục tiêu mẫu', visibility, scope: [] };
  await as(app, person, (context) => enterMovement(context, { id, unitId, parentId: null, typed }));
  return id;
}

/** Launched, and kept to its own unit. */
export async function keptMovement(app: App, head: Person, draft: Draft): Promise<string> {
  const id = await draftMovement(app, head, { ...draft, visibility: 'restricted' });
  const paper = { number: '12/KH-UBND', date: `${new Date().getFullYear()}-01-02` };
  await as(app, head, (context) => moveMovement(context, { id, version: 1, move: 'launch', typed: paper }));
  return id;
}

export async function attachToMovement(app: App, person: Person, movementId: string): Promise<string> {
  const file = await fileOf(app, 'zqPaper.txt');
  const id = newId();
  await as(app, person, (context) => attachPaper(context, { id, movementId, file }));
  return id;
}

type Known = { readonly indicatorCode: string; readonly value: string; readonly at: Date };

/** The province's own value for this year, given by the department's officer and verified at an earlier moment. */
export async function plantKnown(app: App, cast: Cast, { indicatorCode, value, at }: Known): Promise<string> {
  const { officerOfDepartment, appraiser } = cast.people;
  const unitId = cast.units.province;
  const holding = { holdingId: newId(), role: 'officer', unitId } as const;
  const officer = { ...officerOfDepartment, holdings: [holding] };
  const row = { id: holding.holdingId, person_id: officer.personId, role: 'officer', unit_id: unitId };
  await app.db
    .insertInto('role_holding')
    .values({ ...row, valid_from: '2025-07-01' })
    .execute();
  const id = await enterAs(app, officer, { indicatorCode, unitId }, { value }, at);
  await move(app, officer, id, 'submit', { at });
  await move(app, appraiser, id, 'verify', { at });
  return id;
}
