/** Five hundred decisions, each drafted, approved with its number and final paper, signed, sealed and issued, beside signing the same papers alone. */
import { approveDecision, sendOn } from '../../app/features/decisions/approving.server.ts';
import { draftDecision } from '../../app/features/decisions/drafting.server.ts';
import { issueDecision } from '../../app/features/decisions/issuing.server.ts';
import { readPaper } from '../../app/features/decisions/keeping.server.ts';
import { runSigning } from '../../app/features/decisions/run-signing.server.ts';
import type { Signing } from '../../app/features/decisions/signing.server.ts';
import { decisionDesk } from '../../app/features/decisions/signing-desk.server.ts';
import { prepareSigning } from '../../app/features/decisions/signing.server.ts';
import type { Person } from '../../app/kernel/actor.ts';
import type { Refusal, Result } from '../../app/kernel/result.ts';
import { expectOk } from '../../app/kernel/result.ts';
import type { Context, Edge } from '../../app/platform/command.server.ts';
import { act } from '../../app/platform/command.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { signDigest } from '../../app/platform/signing/cms.server.ts';
import { signerFor, stamperFor } from '../../app/platform/signing/desk.server.ts';
import { embed, prepare } from '../../app/platform/signing/prepare.server.ts';
import type { Mark } from '../../app/platform/signing/signer.ts';
import type { Bench, Case } from '../measured.ts';
import { milliseconds } from '../measured.ts';

const MANY = 500;
const AT_ONCE = 4;

export const decisions: Case = {
  name: 'decisions',
  run: async (bench) => {
    const many = bench.sizes.values >= 100_000 ? MANY : 3;
    const edge = edgesOf(bench);
    const authority = await seatAuthority(bench);
    const dossiers = await insertDossiers(bench, many + 1);
    // The first warms what is made once: keys, fonts, the compiler.
    const warm = await decide(edge, authority, bench, dossiers.shift() ?? '');
    const queue = dossiers.values();
    const worker = async () => {
      for (const dossierId of queue) await decide(edge, authority, bench, dossierId);
    };
    const took = await milliseconds(() => Promise.all(Array.from({ length: AT_ONCE }, worker)));
    const bare = await bareSeconds(edge(authority), warm, many);
    const figure = took / 1_000;
    const baseline = { what: 'signing them alone', figure: bare, unit: 's' };
    const notes = [
      `${many} decisions, two signatures with time stamps each, ${(took / many).toFixed(0)} ms a decision`,
    ];
    return [
      { name: '500 decisions made and signed', figure, unit: 's', target: null, baseline, ratio: figure / bare, notes },
    ];
  },
};

type EdgeOf = (actor: Person) => Edge;

/** With the trial keys, whatever the installation is set to. */
function edgesOf({ product, folder }: Bench): EdgeOf {
  const { services } = product;
  const config = {
    ...services.config,
    dataDir: folder,
    signing: { ...services.config.signing, mode: 'development' as const },
  };
  return (actor) => ({ services: { ...services, config }, actor, via: 'web', address: null });
}

export async function seatAuthority({ owner, world }: Bench): Promise<Person> {
  const [personId, accountId, holdingId] = [newId(), newId(), newId()];
  const name = 'Authority';
  await owner
    .insertInto('person')
    .values({ id: personId, full_name: name, unit_id: world.rootId, created_at: new Date() })
    .execute();
  const holding = { holdingId, role: 'deciding_authority', unitId: world.rootId } as const;
  await owner
    .insertInto('role_holding')
    .values({ id: holdingId, person_id: personId, role: holding.role, unit_id: world.rootId, valid_from: '2020-01-01' })
    .execute();
  return {
    kind: 'person',
    personId,
    accountId,
    name,
    positionTitle: null,
    homeUnitId: world.rootId,
    holdings: [holding],
  };
}

async function insertDossiers({ owner, world }: Bench, many: number): Promise<string[]> {
  const [officer] = world.officers;
  const commune = world.communes[0]?.id ?? world.rootId;
  const at = new Date();
  const rows = Array.from({ length: many }, (_, n) => ({ id: newId(), holderId: newId(), n }));
  await owner
    .insertInto('holder')
    .values(
      rows.map(({ holderId, n }) => ({
        id: holderId,
        kind: 'person',
        name: `Sample ${n}`,
        unit_id: commune,
        source: 'bench',
        entered_at: at,
      })),
    )
    .execute();
  const by = { entered_by: officer?.personId ?? '', entered_at: at };
  const sent = { submitted_by: officer?.personId ?? null, submitted_at: at };
  const way = {
    unit_id: commune,
    to_unit_id: world.rootId,
    route: 'territory',
    kind: 'merit',
    simplified: 'a',
    year: 2026,
  };
  await owner
    .insertInto('dossier')
    .values(
      rows.map(({ id, n }) => ({
        ...way,
        ...by,
        id,
        code: `BENCH-${n}`,
        title: `Sample ${n}`,
        stage: 'draft',
        stage_since: at,
      })),
    )
    .execute();
  const said = { award_code: 'bang-khen-tinh', position: 1, achievement: 'sample' };
  await owner
    .insertInto('nominee')
    .values(rows.map(({ id, holderId }) => ({ ...said, id: newId(), dossier_id: id, holder_id: holderId })))
    .execute();
  // A list that was handed in is closed: so the stage comes last.
  const there = { stage: 'deciding', received_on: '2026-01-02', ...sent };
  await owner
    .updateTable('dossier')
    .set(there)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.map(({ id }) => id);
}

async function decide(edge: EdgeOf, authority: Person, { world }: Bench, dossierId: string): Promise<string> {
  const id = newId();
  const by = async <Value>(person: Person, command: (context: Context) => Promise<Result<Value, Refusal>>) =>
    expectOk(await act<Value, Refusal>(edge(person), command));
  const asked = async ({ tx }: Context) =>
    tx.selectFrom('decision').select(['id', 'version']).where('id', '=', id).executeTakeFirstOrThrow();
  const { services } = edge(authority);
  await by(world.appraiser, (context) => draftDecision(context, { id, dossierIds: [dossierId] }));
  await by(world.appraiser, async (context) => sendOn(context, await asked(context), 'submit'));
  await by(authority, async (context) => approveDecision(context, services, await asked(context)));
  for (const [part, person] of [
    ['person', authority],
    ['seal', world.appraiser],
  ] as const) {
    const signing: Signing = await by(person, async (context) =>
      prepareSigning(context, services, { ...(await asked(context)), desk: decisionDesk, part }),
    );
    expectOk(await runSigning(edge(person), { desk: decisionDesk, signing }));
  }
  await by(world.appraiser, async (context) => issueDecision(context, await asked(context)));
  return id;
}

/** The paper of the first, signed twice as often, in memory: no number, no store, no record. */
async function bareSeconds({ services }: Edge, id: string, many: number): Promise<number> {
  const { paper } = await services.db
    .selectFrom('decision')
    .select('paper')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const pdf = await readPaper(services, paper ?? '');
  const signer = await signerFor(services, { owner: { kind: 'person', id: 'bench', name: 'Sample' } });
  const stamp = await stamperFor(services);
  if (!signer) throw new Error('the trial keys are not there');
  const took = await milliseconds(async () => {
    for (let n = 0; n < many; n += 1) {
      let signed = pdf;
      for (const field of ['a', 'b']) {
        const prepared = await prepare(signed, { field, name: 'Sample', at: services.clock(), mark: markAt(field) });
        signed = expectOk(embed(prepared, await signDigest(prepared.digest, signer, stamp)));
      }
    }
  });
  return took / 1_000;
}

function markAt(field: string): Mark {
  const box = { page: 1, x: 300, y: field === 'a' ? 300 : 200, width: 120, height: 60 };
  return { box, colour: 'blue', shape: 'box', lines: ['Sample'] };
}
