/** The library of the story: guidance that a later one replaces, and a form to take away; each says that it is made up. */
import { addDays } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { takeIn } from '../platform/files/intake.server.ts';
import { newId } from '../platform/id.server.ts';
import { addDocument } from '../features/library/adding.server.ts';
import type { AddDocument } from '../features/library/adding.server.ts';
import { samplePaper } from './evidence.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, personOf, play } from './stage.server.ts';
import { demoText } from './text.ts';

export async function playLibrary(stage: Stage): Promise<void> {
  const { first, second, form, formFile } = demoText.library;
  const [firstDay, secondDay] = [addDays(stage.today, -300), addDays(stage.today, -60)];
  const code = await add(stage, firstDay, { fields: { ...first, issuedOn: firstDay, inForceFrom: firstDay } });
  const link = { relation: 'replaces', to: code };
  await add(stage, secondDay, { fields: { ...second, issuedOn: secondDay, inForceFrom: secondDay }, link });
  const content = samplePaper('bieu-mau');
  const kept = expectOk(await takeIn({ name: formFile, content }, { store: stage.services.files }));
  await add(stage, secondDay, { fields: form, file: { kept, words: undefined } });
}

type Told = Pick<AddDocument, 'fields' | 'link'> & { readonly file?: AddDocument['file'] };

async function add(stage: Stage, day: string, { fields, link, file }: Told): Promise<string> {
  const by = personOf(stage, 'appraiser', stage.province.code);
  const sample = { issuer: demoText.library.issuer, source: demoText.library.source, state: 'not_verified' };
  const document = { id: newId(), fields: { ...sample, ...fields }, isPublic: false, link, file };
  return play(
    stage,
    { at: instantOf(day, 10), by },
    async (context) => expectOk(await addDocument(context, document)).code,
  );
}
