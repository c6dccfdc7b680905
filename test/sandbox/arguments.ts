import { parseArgs } from 'node:util';

/** Free on most machines, and among the ports that browsers open. */
const FIRST_PORT = 5050;

export interface Arguments {
  readonly port: number;
  readonly open: boolean;
  readonly isOrg: boolean;
  readonly allowWrites: boolean;
}

/** Reads the words after `npm start --`. Throws on an option that does not exist. */
export function readArguments(words: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      port: { type: 'string', default: String(FIRST_PORT) },
      open: { type: 'boolean', default: true },
      org: { type: 'boolean', default: false },
      'allow-writes': { type: 'boolean', default: false },
    },
    allowNegative: true,
  });
  return {
    port: /^\d{1,5}$/.test(values.port) ? Number(values.port) : FIRST_PORT,
    open: values.open,
    isOrg: values.org,
    allowWrites: values['allow-writes'],
  };
}
