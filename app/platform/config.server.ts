/** The environment, read once. Every name here is explained in docs/operations.md. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { configText } from './config.text.ts';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');
const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.string().optional(),
  DATABASE_MIGRATION_URL: z.string().optional(),
  PACK: z.string().optional(),
  DATA_KEY: z.string().optional(),
  TRUST_PROXY: flag,
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('thi-dua@localhost'),
  S3_ENDPOINT: z.string().optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_PATH_STYLE: z
    .enum(['0', '1'])
    .default('1')
    .transform((value) => value === '1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  OIDC_ISSUER: z.string().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().optional(),
  OIDC_LINK_BY: z.enum(['none', 'username', 'email']).default('none'),
  IDLE_MINUTES: count(15),
  IDLE_MINUTES_ADMINISTRATOR: count(5),
  MAX_UPLOAD_MB: count(20),
  SIGNING: z.enum(['development', 'csc', 'token']).optional(),
  SIGNING_TRUST_DIR: z.string().optional(),
  SIGNING_STATUS: z.enum(['ask', 'none']).optional(),
  TIMESTAMP_URL: z.url().optional(),
  CSC_URL: z.url().optional(),
  CSC_TOKEN: z.string().optional(),
  DEMO: flag,
});

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly migrationUrl: string | undefined;
  /** Folder of the pack; without it the only one under `packs/` is taken. */
  readonly pack: string | undefined;
  readonly dataKey: string | undefined;
  readonly trustProxy: boolean;
  readonly mail: { readonly smtpUrl: string | undefined; readonly from: string };
  readonly s3:
    | {
        readonly endpoint: string;
        readonly bucket: string;
        readonly region: string;
        readonly pathStyle: boolean;
        readonly accessKeyId: string;
        readonly secretAccessKey: string;
      }
    | undefined;
  readonly oidc:
    | {
        readonly issuer: string;
        readonly clientId: string;
        readonly clientSecret: string;
        readonly label: string | undefined;
        /** By which claim a first sign-in finds its account: `preferred_username`, a verified `email`, or never. */
        readonly linkBy: 'none' | 'username' | 'email';
      }
    | undefined;
  readonly idleMinutes: { readonly everyone: number; readonly administrator: number };
  readonly maxUploadBytes: number;
  readonly signing: SigningConfig;
  readonly isDemo: boolean;
};

export type SigningConfig = {
  /** Keys of the product's own for trying out; a remote service; or by hand with a token. */
  readonly mode: 'development' | 'csc' | 'token';
  readonly csc: { readonly url: string; readonly token: string } | undefined;
  readonly timeStampUrl: string | undefined;
  /** Folder with roots and lists of revoked certificates; `signing/trust` in the data folder otherwise. */
  readonly trustDir: string | undefined;
  /** Whether the authorities are asked, when a paper is signed, if a certificate was revoked. */
  readonly asksStatus: boolean;
};

/** Throws with the names that are wrong; `root` is the folder that relative paths start from. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): Config {
  const given = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!given.success) throw new Error(configText.wrong(z.prettifyError(given.error)));
  const e = given.data;
  return {
    port: e.PORT,
    host: e.HOST,
    publicUrl: e.PUBLIC_URL?.replace(/\/$/, ''),
    dataDir: resolve(root, e.DATA_DIR),
    databaseUrl: e.DATABASE_URL,
    migrationUrl: e.DATABASE_MIGRATION_URL,
    pack: e.PACK === undefined ? undefined : resolve(root, e.PACK),
    dataKey: e.DATA_KEY,
    trustProxy: e.TRUST_PROXY,
    mail: { smtpUrl: e.SMTP_URL, from: e.MAIL_FROM },
    s3: s3Of(e),
    oidc: oidcOf(e),
    idleMinutes: { everyone: e.IDLE_MINUTES, administrator: e.IDLE_MINUTES_ADMINISTRATOR },
    maxUploadBytes: e.MAX_UPLOAD_MB * 1024 * 1024,
    signing: signingOf(e, root),
    isDemo: e.DEMO,
  };
}

function s3Of(e: z.infer<typeof environment>): Config['s3'] {
  if (!e.S3_ENDPOINT && !e.S3_BUCKET) return undefined;
  if (!e.S3_ENDPOINT || !e.S3_BUCKET || !e.S3_ACCESS_KEY_ID || !e.S3_SECRET_ACCESS_KEY) {
    throw new Error(configText.incompleteS3);
  }
  return {
    endpoint: e.S3_ENDPOINT,
    bucket: e.S3_BUCKET,
    region: e.S3_REGION,
    pathStyle: e.S3_PATH_STYLE,
    accessKeyId: e.S3_ACCESS_KEY_ID,
    secretAccessKey: e.S3_SECRET_ACCESS_KEY,
  };
}

function oidcOf(e: z.infer<typeof environment>): Config['oidc'] {
  if (!e.OIDC_ISSUER) return undefined;
  if (!e.OIDC_CLIENT_ID || !e.OIDC_CLIENT_SECRET) throw new Error(configText.incompleteOidc);
  return {
    issuer: e.OIDC_ISSUER,
    clientId: e.OIDC_CLIENT_ID,
    clientSecret: e.OIDC_CLIENT_SECRET,
    label: e.OIDC_LABEL,
    linkBy: e.OIDC_LINK_BY,
  };
}

function signingOf(e: z.infer<typeof environment>, root: string): SigningConfig {
  const mode = e.SIGNING ?? (e.DEMO ? 'development' : 'token');
  if (mode === 'csc' && (!e.CSC_URL || !e.CSC_TOKEN)) throw new Error(configText.incompleteCsc);
  return {
    mode,
    csc: e.CSC_URL && e.CSC_TOKEN ? { url: e.CSC_URL, token: e.CSC_TOKEN } : undefined,
    timeStampUrl: e.TIMESTAMP_URL,
    asksStatus: (e.SIGNING_STATUS ?? (mode === 'development' ? 'none' : 'ask')) === 'ask',
    trustDir: e.SIGNING_TRUST_DIR === undefined ? undefined : resolve(root, e.SIGNING_TRUST_DIR),
  };
}
