import { fileURLToPath } from 'node:url';
import { createBuilder } from 'vite';

/** Where the extension's build puts what Zoho would serve. */
export const BUILT_APP = fileURLToPath(new URL('../../../dist/record-lock/app', import.meta.url));

/** Builds the extension as it ships. */
export async function buildExtension(): Promise<void> {
  const configFile = fileURLToPath(new URL('../../../vite.config.ts', import.meta.url));
  const builder = await createBuilder({ configFile, logLevel: 'warn' });
  await builder.buildApp();
}
