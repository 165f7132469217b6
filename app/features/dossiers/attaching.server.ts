/** An upload becomes a paper; of a report its words are read, so that it can be compared with others. */
import type { Result } from '../../kernel/result.ts';
import type { Edge } from '../../platform/command.server.ts';
import { act } from '../../platform/command.server.ts';
import { uploadIn } from '../../platform/files/attachments.server.ts';
import { wordsOfFile } from '../../platform/files/file-words.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import type { UploadedFile } from '../../platform/files/multipart.server.ts';
import { typeOfMedia } from '../../platform/files/file-types.ts';
import type { AttachPaper } from './files.server.ts';
import { attachPaper } from './files.server.ts';
import { takeReportFile } from './reports.server.ts';

type Upload = Omit<AttachPaper, 'file'> & { readonly uploads: readonly UploadedFile[] };

export async function attachUpload(edge: Edge, { uploads, ...paper }: Upload): Promise<Result<{ id: string }>> {
  const taken = await uploadIn(edge.services, uploads);
  if (!taken.ok) return taken;
  const words = paper.paper === 'report' ? await wordsIn(taken.value, uploads) : null;
  return act(edge, async (context) => {
    const attached = await attachPaper(context, { ...paper, file: taken.value });
    if (attached.ok && paper.paper === 'report' && paper.nomineeId !== null)
      await takeReportFile(context, paper.nomineeId, { hash: taken.value.hash, words });
    return attached;
  });
}

/** More than this of one report is compared by nobody. */
const longest = 200_000;

async function wordsIn({ mediaType }: KeptFile, [upload]: readonly UploadedFile[]): Promise<string | null> {
  const type = typeOfMedia(mediaType);
  const words = type && upload ? await wordsOfFile(type, upload.bytes) : undefined;
  return words ? words.slice(0, longest) : null;
}
