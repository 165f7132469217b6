/** OpenStack Swift, the real S3 server that the file store is tested on. Without it the store's tests say so and go on. */
import { hasSwift } from '../../app/platform/files/s3-servers.fixture.ts';
import { scriptText } from '../text.ts';
import { installDebian } from './debian.ts';

export async function ensureS3Server(): Promise<void> {
  if (hasSwift()) return;
  await installDebian(['python3-swift'], scriptText.installingS3Server);
}
