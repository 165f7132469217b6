/** Under which address the product is known outside: set, or as it was asked. */
import type { Config } from '../../platform/config.server.ts';

export function baseOf({ publicUrl }: Pick<Config, 'publicUrl'>, request: Request): string {
  return publicUrl ?? new URL(request.url).origin;
}
