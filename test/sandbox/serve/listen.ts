import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { refusalOf } from './own-requests';

const LOOPBACK = '127.0.0.1';
const ATTEMPTS = 20;

/** A listening server: its origin without a trailing slash, and how to end it at once. */
export interface Listener {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves `fetch` on loopback only, to requests that are meant for it. A taken port moves to the next free one, so a second sandbox can run beside the
 * first; port 0 takes any free port.
 */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<Listener> {
  // The port is known once it is taken; no request comes before.
  let taken = port;
  const server = createAdaptorServer({
    fetch: (request) => refusalOf(request, taken) ?? fetch(request),
  }) as Server;
  taken = await firstFree(server, port);
  return {
    origin: `http://${LOOPBACK}:${taken}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function firstFree(server: Server, port: number): Promise<number> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await bind(server, port === 0 ? 0 : port + attempt);
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || port === 0 || attempt === ATTEMPTS) throw error;
    }
  }
}

function bind(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => reject(error);
    server.once('error', failed);
    server.listen(port, LOOPBACK, () => {
      server.off('error', failed);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
