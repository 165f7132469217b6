/** Evidence sent along with a form: checked and kept before anything is written, so that a bad file loses nothing typed. */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { takeIn } from '../../platform/files/intake.server.ts';
import type { UploadedFile } from '../../platform/files/multipart.server.ts';
import type { FileStore } from '../../platform/files/store.server.ts';
import { intakeText } from '../../platform/files/text.ts';
import { lineField } from './entry-fields.ts';
import type { LineProblem } from './text.ts';

type FilesRefusal = { readonly kind: 'files_refused'; readonly problems: readonly LineProblem[] };

export async function takeLineFiles(
  store: FileStore,
  uploads: readonly UploadedFile[],
): Promise<Result<ReadonlyMap<string, readonly KeptFile[]>, FilesRefusal>> {
  const kept = new Map<string, KeptFile[]>();
  const problems: LineProblem[] = [];
  for (const { field, name, bytes } of uploads) {
    const code = field.slice(lineField.file('').length);
    const taken = await takeIn({ name, content: bytes }, { store });
    if (taken.ok) kept.set(code, [...(kept.get(code) ?? []), taken.value]);
    else problems.push({ field, label: name, message: intakeText(taken.refusal) });
  }
  return problems.length > 0 ? refuse({ kind: 'files_refused', problems }) : ok(kept);
}
