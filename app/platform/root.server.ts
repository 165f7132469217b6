import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that holds this product, found from where this code lies: from a source file as well as from
 * the built bundle, and whatever folder the process was started in.
 */
export function productRoot(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'package-lock.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('the product folder (with package-lock.json) was not found');
  return productRoot(parent);
}
