/** The upload form of any import: one file, and on to its preview. Who may is the kind's own permit. */
import { data, redirect } from 'react-router';
import type { Edge } from '../command.server.ts';
import { statusOf, typedIn } from '../http.server.ts';
import type { ImportFacts, ImportKind } from './import-kind.ts';
import { importRefusal, importText } from './text.ts';
import { uploadImport } from './upload.server.ts';

export type UploadAsk = {
  readonly request: Request;
  readonly kind: ImportKind;
  /** Undefined: the form does not say enough; `field` names where. */
  readonly facts: (fields: Readonly<Record<string, string>>) => ImportFacts | undefined;
  readonly field?: string;
  /** Where to go on, if not to the preview. */
  readonly next?: (importId: string) => Promise<string>;
};

export async function takeUpload(edge: Edge, { request, kind, facts, field = 'tep', next }: UploadAsk) {
  const { fields, uploads } = await typedIn(request);
  const [file] = uploads;
  const given = facts(fields);
  if (!given) return data({ fields, field, said: undefined }, { status: 422 });
  if (!file) return data({ fields, field: 'tep', said: importText.fileMissing }, { status: 422 });
  const result = await uploadImport(edge, kind, { name: file.name, bytes: file.bytes, facts: given });
  if (result.ok) {
    const { importId } = result.value;
    return redirect(next ? await next(importId) : `/nap-tep/${importId}`);
  }
  const said = importRefusal(result.refusal, kind.refusalText);
  return data({ fields, field: 'tep', said }, { status: statusOf(result.refusal) });
}
