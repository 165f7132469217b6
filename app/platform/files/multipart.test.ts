import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '../../kernel/result.ts';
import { readForm } from './multipart.server.ts';
import type { FormLimits } from './multipart.server.ts';

const limits: FormLimits = { totalBytes: 100_000, fileBytes: 20_000, fieldBytes: 1000, parts: 5 };

function requestOf(body: BodyInit | null, headers: Readonly<Record<string, string>> = {}): Request {
  return new Request('http://test/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
}

/** As bytes: the stream that Node makes of a FormData breaks when it is left early. */
async function formRequest(form: FormData): Promise<Request> {
  const sent = new Response(form);
  return requestOf(await sent.arrayBuffer(), { 'content-type': sent.headers.get('content-type') ?? '' });
}

const multipart = { 'content-type': 'multipart/form-data; boundary=ranhgioi' };

function rawBody(name: Uint8Array, value: Uint8Array): Buffer<ArrayBuffer> {
  return Buffer.concat([
    Buffer.from('--ranhgioi\r\nContent-Disposition: form-data; name="'),
    name,
    Buffer.from('"\r\n\r\n'),
    value,
    Buffer.from('\r\n--ranhgioi--\r\n'),
  ]);
}

function streamOf(chunks: Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const left = chunks[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const next = left.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
}

async function refusalOf(request: Request): Promise<unknown> {
  const outcome = await readForm(request, limits);
  return outcome.ok ? undefined : outcome.refusal;
}

test('fields come composed and in order, files whole, empty file fields not at all', async () => {
  const form = new FormData();
  form.append('ghi-chú'.normalize('NFD'), 'Xã Bản Hồ'.normalize('NFD'));
  form.append('ma', 'a');
  form.append('ma', 'b');
  form.append('tep', new File(['%PDF'], 'Báo cáo.pdf'.normalize('NFD')));
  form.append('tep2', new File([], ''));
  const read = expectOk(await readForm(await formRequest(form), limits));
  assert.deepEqual(
    [...read.fields],
    [
      ['ghi-chú', ['Xã Bản Hồ']],
      ['ma', ['a', 'b']],
    ],
  );
  assert.deepEqual(
    read.files.map(({ field, name, bytes }) => [field, name, Buffer.from(bytes).toString()]),
    [['tep', 'Báo cáo.pdf', '%PDF']],
  );
});

test('wherever the network cuts the body, the form is the same', async () => {
  const body = rawBody(Buffer.from('tên'), Buffer.from('ghi\r\n--ranhgio'));
  for (let cut = 1; cut < body.length; cut += 1) {
    const chunks = [body.subarray(0, cut), body.subarray(cut)];
    const read = expectOk(await readForm(requestOf(streamOf(chunks), multipart), limits));
    assert.deepEqual([...read.fields], [['tên', ['ghi\r\n--ranhgio']]], `cut at ${cut}`);
  }
});

test('a body declared too large is refused before a byte of it is read', async () => {
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1000));
      },
    },
    { highWaterMark: 0 },
  );
  const request = requestOf(body, { ...multipart, 'content-length': String(50 * 1024 * 1024) });
  assert.deepEqual(await refusalOf(request), { kind: 'body_too_large', limit: 100_000 });
  assert.equal(pulled, 0);
});

test('a body that hides its size is refused at the first byte past the limit', async () => {
  let sent = 0;
  function* endless(): Generator<Uint8Array> {
    yield Buffer.from('--ranhgioi\r\nContent-Disposition: form-data; name="a"\r\n\r\n');
    while (true) {
      sent += 1000;
      yield new Uint8Array(1000);
    }
  }
  const refusal = await refusalOf(requestOf(streamOf(endless()), multipart));
  assert.deepEqual(refusal, { kind: 'file_too_large', limit: 20_000 });
  assert.ok(sent < 30_000);
});

test('many files, each small enough, are refused together', async () => {
  const form = new FormData();
  for (let index = 0; index < 4; index += 1) form.append('tep', new File([new Uint8Array(19_000)], `${index}.pdf`));
  for (let index = 0; index < 2; index += 1) form.append('tep', new File([new Uint8Array(19_000)], `${index}.pdf`));
  assert.deepEqual(await refusalOf(await formRequest(form)), { kind: 'body_too_large', limit: 100_000 });
});

test('too many parts and too long a field are refused', async () => {
  const form = new FormData();
  for (let index = 0; index < 6; index += 1) form.append('a', 'b');
  assert.deepEqual(await refusalOf(await formRequest(form)), { kind: 'too_many_parts', limit: 5 });
  const long = rawBody(Buffer.from('lý-do'), Buffer.alloc(1001, 'a'));
  assert.deepEqual(await refusalOf(requestOf(long, multipart)), {
    kind: 'field_too_long',
    field: 'lý-do',
    limit: 1000,
  });
});

test('text that is not UTF-8 is refused in names and in values', async () => {
  const broken = Buffer.from([0x61, 0xff]);
  assert.deepEqual(await refusalOf(requestOf(rawBody(Buffer.from('a'), broken), multipart)), {
    kind: 'broken_utf8_field',
  });
  assert.deepEqual(await refusalOf(requestOf(rawBody(broken, Buffer.from('a')), multipart)), {
    kind: 'broken_utf8_field',
  });
});

test('what is no form, has no boundary or stops in the middle is malformed', async () => {
  const malformed = { kind: 'malformed_form' };
  assert.deepEqual(await refusalOf(requestOf('{}', { 'content-type': 'application/json' })), malformed);
  assert.deepEqual(await refusalOf(requestOf('x', { 'content-type': 'multipart/form-data' })), malformed);
  assert.deepEqual(await refusalOf(requestOf('--ranhgioi\r\nA: b\r\n\r\nno end', multipart)), malformed);
  assert.deepEqual(await refusalOf(requestOf('no boundary here at all', multipart)), malformed);
});
