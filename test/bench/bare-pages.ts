/**
 * The least a widget can do: load the SDK, wait for PageLoad, ask, print the answer. Our pages are measured against it, in the
 * same host, under the same policy and with the same SDK.
 */
import { SDK_URL } from '../sandbox/serve/widget-origin';

const page = (name: string, content: string) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Bare page</title><script src="${SDK_URL}"></script></head>
<body>${content}<script src="assets/bare-${name}.js"></script></body>
</html>`;

const RECORD = `
ZOHO.embeddedApp.on('PageLoad', async ({ Entity, EntityId }) => {
  const reply = await zrc.get('/crm/v8/' + Entity + '/' + EntityId + '/Locking_Information__s', {
    params: { fields: 'Locked_For__s,Locked_Reason__s,Lock_Source__s,Locked_Time__s,Locked_By__s' },
  });
  document.querySelector('p').textContent = (reply.status === 204 ? 'Unlocked ' : 'Locked ') + JSON.stringify(reply.data);
});
ZOHO.embeddedApp.init();
`;

const SETTINGS = `
ZOHO.embeddedApp.on('PageLoad', async () => {
  const [reply] = await Promise.all([
    zrc.get('/crm/v8/settings/modules'),
    zrc.get('/crm/v8/__features/record_locking_configurations'),
  ]);
  document.querySelector('nav').textContent = reply.data.modules.map((module) => module.plural_label).join();
});
ZOHO.embeddedApp.init();
`;

/** Bare pages as an extension's zip would hold them, in the place of ours. */
export function barePages(): Record<string, Uint8Array> {
  const files = {
    'record-lock.html': page('record', '<p role="status"></p>'),
    'settings.html': page('settings', '<nav></nav>'),
    'assets/bare-record.js': RECORD,
    'assets/bare-settings.js': SETTINGS,
  };
  const encoder = new TextEncoder();
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`app/${path}`, encoder.encode(text)]),
  );
}
