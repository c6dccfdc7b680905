import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The host page's script and style, ready to serve. */
export interface HostBuild {
  readonly script: string;
  readonly style: string;
}

const HOST = fileURLToPath(new URL('../host/', import.meta.url));

/** Builds the host page in memory; nothing is written to disk. */
export async function buildHost(): Promise<HostBuild> {
  const built = await build({
    configFile: false,
    root: HOST,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: `${HOST}main.tsx`,
        output: { entryFileNames: 'host.js', assetFileNames: 'host[extname]' },
      },
    },
  });
  const files = (Array.isArray(built) ? built : [built]).flatMap((result) =>
    'output' in result ? result.output : [],
  );
  let script = '';
  let style = '';
  for (const file of files) {
    if (file.type === 'chunk') script += file.code;
    else if (file.fileName.endsWith('.css')) style += String(file.source);
  }
  return { script, style };
}
