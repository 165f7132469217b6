/** The upload form of an import: one file, and on to its preview. */
import { data, redirect } from 'react-router';
import type { Edge } from '../../platform/command.server.ts';
import { statusOf, typedIn } from '../../platform/http.server.ts';
import type { ImportFacts, ImportKind } from '../../platform/imports/import-kind.ts';
import { importRefusal, importText } from '../../platform/imports/text.ts';
import { uploadImport } from '../../platform/imports/upload.server.ts';
import { shaperAt } from './gate.server.ts';

export type UploadAsk = {
  readonly request: Request;
  readonly kind: ImportKind;
  readonly facts: (fields: Readonly<Record<string, string>>) => ImportFacts | undefined;
};

export async function takeUpload(edge: Edge, { request, kind, facts }: UploadAsk) {
  shaperAt(edge, request);
  const { fields, uploads } = await typedIn(request);
  const [file] = uploads;
  const given = facts(fields);
  if (!given) return data({ fields, field: 'nam', said: undefined }, { status: 422 });
  if (!file) return data({ fields, field: 'tep', said: importText.fileMissing }, { status: 422 });
  const result = await uploadImport(edge, kind, { name: file.name, bytes: file.bytes, facts: given });
  if (result.ok) return redirect(`/nap-tep/${result.value.importId}`);
  const said = importRefusal(result.refusal, kind.refusalText);
  return data({ fields, field: 'tep', said }, { status: statusOf(result.refusal) });
}
