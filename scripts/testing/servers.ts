/** The throwaway servers on which the database tests run: the embedded one, and Debian's where it is installed. */
import { chmodSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { asSuperuser, startEmbedded } from '../../app/platform/postgres.server.ts';

const OLDEST = 15;

export async function withServer<Value>(
  bin: string | undefined,
  body: (superuserUrl: string) => Promise<Value>,
): Promise<Value> {
  const dataDir = mkdtempSync('/tmp/thidua-test-');
  chmodSync(dataDir, 0o711); // the server may run as another user
  const server = await startEmbedded({ dataDir, throwaway: true, ...(bin ? { bin } : {}) });
  try {
    return await body(asSuperuser(server.ownerUrl, 'postgres'));
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The newest of the machine's own that is new enough. */
export function findInstalledServer(): { readonly bin: string; readonly version: number } | undefined {
  const found = globSync('/usr/lib/postgresql/*/bin/initdb').map((path) => ({
    bin: path.replace(/\/initdb$/, ''),
    version: Number(/postgresql\/(\d+)/.exec(path)?.[1]),
  }));
  return found.filter(({ version }) => version >= OLDEST).sort((a, b) => b.version - a.version)[0];
}
