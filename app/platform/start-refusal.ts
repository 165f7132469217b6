/**
 * A start that cannot go on for a reason the operator can mend (wrong folder, missing right, second app on the
 * same data). It travels as an exception through the start-up and is printed as its message alone, without a trace.
 */
const NAME = 'StartRefusal';

export function startRefusal(message: string, cause?: unknown): Error {
  const error = new Error(message, { cause });
  error.name = NAME;
  return error;
}

export function isStartRefusal(error: unknown): error is Error {
  return error instanceof Error && error.name === NAME;
}
