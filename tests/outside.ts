/** What programs of others say of a signed PDF, where they are on this machine: poppler's pdfsig, openssl. Undefined where they are not. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const isHere = (command: string, ...args: readonly string[]) =>
  run(command, [...args]).then(
    () => true,
    () => false,
  );

async function inFolder<Value>(body: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'outside-'));
  try {
    return await body(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export type Told = { readonly name: string; readonly isValid: boolean; readonly coversAll: boolean };

/** Each signature by its order in the file. */
export async function pdfsig(pdf: Uint8Array): Promise<readonly Told[] | undefined> {
  if (!(await isHere('pdfsig', '-v'))) return undefined;
  return inFolder(async (folder) => {
    const path = join(folder, 'a.pdf');
    await writeFile(path, pdf);
    const { stdout } = await run('pdfsig', ['-nocert', path]);
    return stdout
      .split(/^Signature #\d+:/m)
      .slice(1)
      .map((each) => ({
        name: /Signature Field Name: (.*)/.exec(each)?.[1] ?? '',
        isValid: each.includes('Signature is Valid.'),
        coversAll: /- Total document signed/.test(each),
      }));
  });
}

/** The words a reader shows, marks of signatures among them. */
export async function shownWords(pdf: Uint8Array): Promise<string | undefined> {
  if (!(await isHere('pdftotext', '-v'))) return undefined;
  return inFolder(async (folder) => {
    const path = join(folder, 'a.pdf');
    await writeFile(path, pdf);
    return (await run('pdftotext', [path, '-'])).stdout;
  });
}

/** Whether each signature verifies as CAdES below the root, given as base64 of its DER. */
export async function cades(pdf: Uint8Array, root: string, at: Date): Promise<readonly boolean[] | undefined> {
  if (!(await isHere('openssl', 'version'))) return undefined;
  return inFolder(async (folder) => {
    const [trusted, cms, content] = [join(folder, 'root.pem'), join(folder, 'a.p7s'), join(folder, 'a.data')];
    const lines = root.match(/.{1,64}/g)?.join('\n');
    await writeFile(trusted, `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`);
    const text = Buffer.from(pdf).toString('latin1');
    const verified: boolean[] = [];
    for (const [, ...range] of text.matchAll(/\/ByteRange ?\[(\d+) (\d+) (\d+) (\d+)\]/g)) {
      const [from = 0, length = 0, then = 0, rest = 0] = range.map(Number);
      const der = Buffer.from(text.slice(length + 1, then - 1), 'hex');
      await writeFile(cms, der.subarray(0, der.readUInt16BE(2) + 4));
      await writeFile(content, Buffer.concat([pdf.subarray(from, length), pdf.subarray(then, then + rest)]));
      const time = String(Math.floor(at.getTime() / 1000));
      const args = [
        '-inform',
        'DER',
        '-in',
        cms,
        '-content',
        content,
        '-binary',
        '-CAfile',
        trusted,
        '-purpose',
        'any',
      ];
      const told = await run('openssl', [
        'cms',
        '-verify',
        '-cades',
        ...args,
        '-attime',
        time,
        '-out',
        '/dev/null',
      ]).catch((fault: { readonly stderr?: string }) => ({ stderr: fault.stderr ?? '' }));
      verified.push(told.stderr.includes('CAdES Verification successful'));
    }
    return verified;
  });
}
