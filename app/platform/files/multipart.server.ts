/**
 * A form with files, read from a Web `Request` under limits.
 *
 * What is too large is refused at its declared length, before a byte is read, or at the first byte past the limit when
 * no length was declared. Text that is not UTF-8 is refused, never repaired: a repaired name is a wrong name. Text is
 * composed (NFC). Files are held in memory up to their limit, because the checks that follow need them whole.
 */
import {
  MaxFileSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  MultipartParser,
  getMultipartBoundary,
  isMultipartRequest,
} from '@remix-run/multipart-parser';
import type { MultipartPart } from '@remix-run/multipart-parser';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { defaultFileBytes } from './intake.server.ts';
import { composedText } from './utf8.ts';

export type FormLimits = {
  readonly totalBytes: number;
  readonly fileBytes: number;
  readonly fieldBytes: number;
  readonly parts: number;
};

export const defaultFormLimits: FormLimits = {
  totalBytes: 45 * 1024 * 1024,
  fileBytes: defaultFileBytes,
  fieldBytes: 256 * 1024,
  parts: 500,
};

export type UploadedFile = { readonly field: string; readonly name: string; readonly bytes: Uint8Array };

export type UploadedForm = {
  /** Every value of a field in the order sent. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** File fields left empty by the person are not listed. */
  readonly files: readonly UploadedFile[];
};

export type FormRefusal =
  | { readonly kind: 'body_too_large'; readonly limit: number }
  | { readonly kind: 'file_too_large'; readonly limit: number }
  | { readonly kind: 'field_too_long'; readonly field: string; readonly limit: number }
  | { readonly kind: 'too_many_parts'; readonly limit: number }
  | { readonly kind: 'broken_utf8_field' }
  | { readonly kind: 'malformed_form' };

export async function readForm(
  request: Request,
  limits: FormLimits = defaultFormLimits,
): Promise<Result<UploadedForm, FormRefusal>> {
  const boundary = getMultipartBoundary(request.headers.get('content-type') ?? '');
  if (!isMultipartRequest(request) || !boundary || !request.body) return refuse({ kind: 'malformed_form' });
  if (Number(request.headers.get('content-length') ?? 0) > limits.totalBytes) {
    await request.body.cancel();
    return refuse({ kind: 'body_too_large', limit: limits.totalBytes });
  }
  try {
    return await gather(request.body, boundary, limits);
  } catch (error) {
    return refuse(refusalOf(error, limits));
  }
}

async function gather(
  body: ReadableStream<Uint8Array>,
  boundary: string,
  limits: FormLimits,
): Promise<Result<UploadedForm, FormRefusal>> {
  const parser = new MultipartParser(boundary, {
    maxFileSize: limits.fileBytes,
    maxTotalSize: limits.totalBytes,
    maxParts: limits.parts,
  });
  const fields = new Map<string, string[]>();
  const files: UploadedFile[] = [];
  let received = 0;
  for await (const chunk of body) {
    received += chunk.length;
    if (received > limits.totalBytes) return refuse({ kind: 'body_too_large', limit: limits.totalBytes });
    // The parser takes bytes after the end for a fault; browsers and proxies do send a line break there.
    if (isFinished(parser)) continue;
    for (const part of parser.write(chunk)) {
      const refusal = place(part, fields, files, limits);
      if (refusal) return refuse(refusal);
    }
  }
  return isFinished(parser) ? ok({ fields, files }) : refuse({ kind: 'malformed_form' });
}

function place(
  part: MultipartPart,
  fields: Map<string, string[]>,
  files: UploadedFile[],
  limits: FormLimits,
): FormRefusal | undefined {
  const field = part.name?.normalize('NFC');
  if (field === undefined) return { kind: 'malformed_form' };
  if (part.isFile) {
    const name = (part.filename ?? '').normalize('NFC');
    if (name !== '' || part.size > 0) files.push({ field, name, bytes: part.bytes });
    return undefined;
  }
  if (part.size > limits.fieldBytes) return { kind: 'field_too_long', field, limit: limits.fieldBytes };
  fields.set(field, [...(fields.get(field) ?? []), composedText(part.text)]);
  return undefined;
}

function isFinished(parser: MultipartParser): boolean {
  try {
    parser.finish();
    return true;
  } catch {
    return false;
  }
}

function refusalOf(error: unknown, limits: FormLimits): FormRefusal {
  if (error instanceof MaxFileSizeExceededError) return { kind: 'file_too_large', limit: limits.fileBytes };
  if (error instanceof MaxTotalSizeExceededError) return { kind: 'body_too_large', limit: limits.totalBytes };
  if (error instanceof MaxPartsExceededError) return { kind: 'too_many_parts', limit: limits.parts };
  if (error instanceof MultipartParseError) return { kind: 'malformed_form' };
  if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return { kind: 'broken_utf8_field' };
  }
  throw error;
}
