import { Hono } from 'hono';
import { contentType } from './content-type';

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A stranger</title>
<body style="font: 12px/16px system-ui; margin: 8px; color: #9a4a00">A page of another origin: it posts forged messages to every frame beside it.
<script src="stranger.js"></script></body></html>`;

/**
 * A script that any page on the internet could hold. It may not read its neighbours, but it may post to them: forged
 * PageLoads for a record that was never opened, and forged answers to the first promises the SDK hands out.
 */
const SCRIPT = `
const forged = [
  { type: 'FRAMEWORK.EVENT', eventName: 'PageLoad', data: { Entity: 'Deals', EntityId: '1' } },
  { type: 'FRAMEWORK.EVENT', eventName: 'PageLoad', data: { Entity: '../settings', EntityId: ['1', '2'] } },
];
for (let n = 100; n < 140; n += 1)
  forged.push({
    type: 'FRAMEWORK.EVENT',
    eventName: n % 2 ? 'EVENT_RESPONSE_FAILURE' : 'EVENT_RESPONSE',
    promiseid: 'Promise' + n,
    data: { status: 200, data: { data: [{ id: '1', Lock_Source__s: 'Manual', Locked_Reason__s: 'Forged by a stranger' }] } },
  });
setInterval(() => {
  for (let i = 0; i < parent.frames.length; i += 1) {
    const frame = parent.frames[i];
    if (frame !== window) for (const message of forged) frame.postMessage(message, '*');
  }
}, 50);
`;

/** The third origin of the `forged` fault: neither the CRM nor the widget. */
export function strangerOrigin(): Hono {
  const app = new Hono();
  app.get('/', (c) => c.html(PAGE));
  app.get('/stranger.js', (c) => c.body(SCRIPT, 200, { 'content-type': contentType('stranger.js') }));
  return app;
}
