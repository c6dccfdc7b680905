/**
 * The least a widget can do: load the SDK, wait for PageLoad, ask once, print the answer. Our page is measured against
 * it, in the same host, under the same policy and with the same SDK.
 */
import { SDK_URL } from '../sandbox/serve/widget-origin';

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Bare page</title><script src="${SDK_URL}"></script></head>
<body><p role="status"></p><script src="assets/bare.js"></script></body>
</html>`;

const SCRIPT = `
ZOHO.embeddedApp.on('PageLoad', async ({ Entity, EntityId }) => {
  const reply = await zrc.get('/crm/v8/' + Entity + '/' + EntityId + '/Locking_Information__s', {
    params: { fields: 'Locked_For__s,Locked_Reason__s,Lock_Source__s,Locked_Time__s,Locked_By__s' },
  });
  document.querySelector('p').textContent = (reply.status === 204 ? 'Unlocked ' : 'Locked ') + JSON.stringify(reply.data);
});
ZOHO.embeddedApp.init();
`;

/** The bare page as an extension's zip would hold it, in the place of our record page. */
export function barePage(): Record<string, Uint8Array> {
  const encoder = new TextEncoder();
  return { 'app/record-lock.html': encoder.encode(PAGE), 'app/assets/bare.js': encoder.encode(SCRIPT) };
}
