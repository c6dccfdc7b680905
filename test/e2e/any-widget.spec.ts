/** A widget of somebody else in the sandbox, as the sandbox's README shows it: from code, with fixtures. */
import { expect, test } from '@playwright/test';
import { startServer } from '../sandbox/server';

const PAGE = `<!doctype html>
<script src="https://live.zwidgets.com/js-sdk/1.1/ZohoEmbededAppSDK.min.js"></script>
<h1 id="name"></h1>
<button onclick="rate()">Rate</button>
<script>
  let lead;
  ZOHO.embeddedApp.on('PageLoad', async ({ Entity, EntityId }) => {
    const { data } = await ZOHO.CRM.API.getRecord({ Entity, RecordID: EntityId[0] });
    lead = data[0];
    document.getElementById('name').textContent = lead.Company;
  });
  async function rate() {
    const { details } = await ZOHO.CRM.FUNCTIONS.execute('rate_lead', { arguments: JSON.stringify({ id: lead.id }) });
    await ZOHO.CRM.API.updateRecord({ Entity: 'Leads', APIData: { id: lead.id, Rate: JSON.parse(details.output).rate } });
    ZOHO.CRM.UI.Popup.closeReload();
  }
  ZOHO.embeddedApp.init();
</script>`;

test('a widget from elsewhere reads its record, runs a function and writes the outcome', async ({ page }) => {
  const crm = await startServer({
    app: { zip: { 'app/widget.html': new TextEncoder().encode(PAGE) } },
    title: 'Lead rater',
    page: 'widget.html',
    sdk: 'stand-in',
    strict: false,
    fixtures: {
      fields: { Leads: [{ api_name: 'Rate', type: 'integer' }] },
      functions: { rate_lead: { output: { rate: 5 } } },
    },
  });
  const [lead] = crm.sandbox.org.records('Leads');
  await page.goto(`${crm.crmUrl}/crm/tab/Leads/${lead?.id}?user=sales&placement=popup`);
  const widget = page.frameLocator('iframe[title="Lead rater"]');
  await expect(widget.getByRole('heading')).toHaveText(String(lead?.Company));
  await widget.getByRole('button', { name: 'Rate' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(crm.sandbox.org.record('Leads', lead?.id ?? '')?.Rate).toBe(5);
  expect(crm.widgetCalls.map(({ method, status }) => [method, status])).toEqual([
    ['GET', 200],
    ['PUT', 200],
  ]);
  await crm.close();
});
