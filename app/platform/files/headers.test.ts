import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contentDisposition, downloadHeaders } from './headers.ts';

const file = { name: 'Báo cáo "quý 1".pdf', type: 'pdf', size: 12, hash: 'ab' } as const;

test('a name with marks is sent plain for old clients and whole in the extended form', () => {
  assert.equal(
    contentDisposition('attachment', file.name),
    `attachment; filename="Bao cao _quy 1_.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%22qu%C3%BD%201%22.pdf`,
  );
});

test('a file is saved, not opened, unless the page asks and the type is safe', () => {
  assert.match(downloadHeaders(file)['Content-Disposition'] ?? '', /^attachment;/);
  assert.match(downloadHeaders({ ...file, inline: true })['Content-Disposition'] ?? '', /^inline;/);
  assert.match(downloadHeaders({ ...file, type: 'docx', inline: true })['Content-Disposition'] ?? '', /^attachment;/);
});

test('the browser may neither guess the type nor run what is inside', () => {
  const headers = downloadHeaders(file);
  assert.equal(headers['X-Content-Type-Options'], 'nosniff');
  assert.match(headers['Content-Security-Policy'] ?? '', /^sandbox; default-src 'none'/);
});

test('no name can break out of the header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      assert.match(
        contentDisposition('inline', name),
        /^inline; filename="[^"\\]*"; filename\*=UTF-8''[\w%.~!$&+^`|-]*$/,
      );
      new Headers({ 'Content-Disposition': contentDisposition('inline', name) });
    }),
  );
});
