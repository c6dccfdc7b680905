import { fileURLToPath } from 'node:url';
import { createBuilder } from 'vite';

/** Where the extension's build puts what Zoho would serve. */
export const BUILT_APP = fileURLToPath(new URL('../dist/record-lock/app', import.meta.url));

/** Builds the extension as it ships. The bundler's hints are for those who build, not for those who look. */
export async function buildExtension(): Promise<void> {
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
  const builder = await createBuilder({ configFile, logLevel: 'error' });
  await builder.buildApp();
}
