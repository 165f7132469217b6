/** The cases of app/features/awards/data/cases, under the names the tests use. */
export { RECORDED_CASES as ROWS } from '../app/features/awards/standards/recorded.ts';
export type { RecordedCase as Row } from '../app/features/awards/standards/recorded.ts';
