/** The file of a document as a form sends it: kept, and read as far as it can be read. */
import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import { uploadIn } from '../../platform/files/attachments.server.ts';
import { wordsOfFile } from '../../platform/files/file-words.server.ts';
import type { UploadedFile } from '../../platform/files/multipart.server.ts';
import type { Services } from '../../platform/services.server.ts';
import type { FileGiven } from './adding.server.ts';

export async function fileIn(
  services: Pick<Services, 'files' | 'config'>,
  uploads: readonly UploadedFile[],
): Promise<Result<FileGiven | undefined>> {
  const [upload] = uploads;
  if (!upload) return ok(undefined);
  const kept = await uploadIn(services, uploads);
  if (!kept.ok) return kept;
  return ok({ kept: kept.value, words: await wordsOfFile(kept.value.type, upload.bytes) });
}
