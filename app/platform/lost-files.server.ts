/**
 * A file can go while it is being handed out: whoever replaces a running product by a newer one takes its built files away. What reads it then fails
 * with nobody listening, which would end the process; it may cost that one answer only.
 */
import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';

/** To be called before anything is piped into the answer. */
export function outliveLostFiles(response: ServerResponse): void {
  response.on('pipe', (source: Readable) => source.once('error', () => response.destroy()));
}
