/** A Chromium for the journeys: given, found, or installed where this may be done. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { scriptText } from '../text.ts';
import { installDebian } from './debian.ts';

/** The shell without windows first: it does the same with a third less of the processor. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const FONTS = 'fonts-dejavu-core';
const COMMAND = `sudo apt-get update && sudo apt-get install -y chromium ${FONTS}`;

export async function ensureBrowser(): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  for (const name of NAMES.slice(0, 2)) {
    const installed = (await installDebian([name, FONTS], scriptText.installingBrowser)) ? findBrowser() : undefined;
    if (installed) return installed;
  }
  throw new Error(scriptText.noBrowser(COMMAND));
}

function findBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin', '/snap/bin');
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MAC];
  return [process.env['CHROME_PATH'], ...candidates].find((path) => path !== undefined && isProgram(path));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
