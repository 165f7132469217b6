/** A line of the register of secret papers, from one commune to the department. */
import { enterPaper } from '../../app/features/secrecy/papers.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { as } from './plant.ts';

export async function plantSecretPaper(app: App, { people, units }: Cast): Promise<{ readonly secretPaper: string }> {
  const id = newId();
  const date = `${new Date().getFullYear()}-01-04`;
  const typed = { number: '98/ZQ-ZQPAPER', date, sender: units.communeBinh, receiver: units.department };
  await as(app, people.officerOfBinh, (context) => enterPaper(context, { id, typed }));
  return { secretPaper: id };
}
