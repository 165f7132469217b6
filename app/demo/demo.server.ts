/** What the composition asks of the demonstration: filled when it is not, and who can be played. */
import { demoPassword, listDemoAccounts } from '../features/identity/demo-accounts.server.ts';
import { roleNames } from '../platform/text.ts';
import { startRefusal } from '../platform/start-refusal.ts';
import type { Services } from '../platform/services.server.ts';
import { fillDemo } from './fill.server.ts';
import { readMark, setMark } from './folder.server.ts';
import { demoText } from './text.ts';

/** Returns what is printed at each start. */
export async function ensureDemo(services: Services, say: (line: string) => void): Promise<string> {
  const { dataDir } = services.config;
  if (readMark(dataDir) !== 'filled') {
    say(demoText.filling);
    if (!(await fillDemo(services))) throw startRefusal(demoText.foreignFolder(dataDir));
    setMark(dataDir, 'filled');
  }
  const accounts = await listDemoAccounts(services);
  const width = Math.max(...accounts.map(({ username }) => username.length));
  const lines = accounts.map(({ username, role, unit }) =>
    demoText.account(username.padEnd(width), roleNames[role], unit),
  );
  return ['', demoText.accountsTitle, ...lines, demoText.password(demoPassword)].join('\n');
}
