import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bootstrapText } from './text.mjs';

/**
 * A Node that runs .ts files directly: this one when it is new enough, else the one from the registry.
 * @param {string} root
 */
export function findNode24(root) {
  if (major(process.versions.node) >= 24) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const candidates = [
    join(root, 'node_modules', '.bin', 'node'),
    join(root, 'node_modules', `node-${platform}`, 'bin', 'node'),
  ];
  const found = candidates.find((path) => {
    const run = spawnSync(path, ['--version'], { encoding: 'utf8' });
    return run.status === 0 && major(run.stdout.trim().replace(/^v/, '')) >= 24;
  });
  if (!found) throw new Error(bootstrapText.noNode24(platform));
  return found;
}

/** @param {string} version */
export function major(version) {
  return Number(version.split('.')[0]);
}
