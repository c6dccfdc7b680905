/**
 * Zoho's packing tool, called without a terminal, in a throw-away copy of the extension: it writes a log and a `dist`
 * folder into the folder it works in, and its settings into the user's.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ZET = createRequire(import.meta.url).resolve('zoho-extension-toolkit');

/** `zet validate` and `zet pack` over a folder with `plugin-manifest.json` and `app/`; answers the zip as zet wrote it. */
export function zetPack(extension: string, name: string): Uint8Array {
  const scratch = mkdtempSync(join(tmpdir(), 'pack-'));
  try {
    const folder = join(scratch, name);
    mkdirSync(folder);
    cpSync(join(extension, 'plugin-manifest.json'), join(folder, 'plugin-manifest.json'));
    cpSync(join(extension, 'app'), join(folder, 'app'), { recursive: true });
    zet('validate', folder, scratch);
    zet('pack', folder, scratch);
    return readFileSync(join(folder, 'dist', `${name}.zip`));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function zet(command: 'validate' | 'pack', folder: string, home: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ZET, command], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1', XDG_CONFIG_HOME: home, FORCE_COLOR: '0' },
  });
  if (status !== 0) throw new Error(`zet ${command} refuses the extension:\n${stdout}${stderr}`);
}
