/** A reporter for node:test that writes the sums of a run as JSON, beside the reporter that people read. */
import type { TestEvent } from 'node:test/reporters';

export type Counts = { readonly passed: number; readonly failed: number };

export default async function* counts(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of source) {
    if (event.type !== 'test:summary' || event.data.file !== undefined) continue;
    const { passed, tests } = event.data.counts;
    yield JSON.stringify({ passed, failed: tests - passed });
  }
}
