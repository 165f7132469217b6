/** A paper as the answer, or why it could not be drawn. */
import { data } from 'react-router';
import { statusOf } from '../../../platform/http.server.ts';
import { sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';

export async function sentPaper(wanted: Parameters<typeof sendPaper>[0]): Promise<Response> {
  const sent = await sendPaper(wanted);
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
