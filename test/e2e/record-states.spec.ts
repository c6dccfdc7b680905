/** Every state that the record widget can be in: what it says, what it offers, what it costs, in both themes. */
import { axe } from './support/axe';
import { expect, test } from './support/fixtures';
import { addressOf } from './support/places';
import { recordWidget } from './support/record-widget';
import { SCENES } from './support/scenes';

for (const scene of SCENES)
  test(`state: ${scene.name}`, async ({ page, crm, apiCalls, problems }) => {
    await scene.before?.(page, crm);
    const path = typeof scene.path === 'string' ? scene.path : scene.path(crm);
    await page.goto(addressOf(crm.crmUrl, path, scene.address), { waitUntil: 'domcontentloaded' });
    await scene.steps?.(page, crm);
    const { inside, region, status } = recordWidget(page);
    await expect(status.getByRole('heading')).toHaveText(scene.status);
    for (const text of scene.shows) await expect(inside.getByText(text).last()).toBeVisible();
    await expect(region.getByRole('button')).toHaveCount(scene.buttons.length);
    for (const [index, name] of scene.buttons.entries())
      await expect(region.getByRole('button').nth(index)).toHaveAccessibleName(name);
    await expect(region).toHaveAccessibleName('Record lock');
    await expect.poll(() => apiCalls().length, 'API calls').toBe(scene.calls);
    await axe(page);
    await inside.locator('html').evaluate((html) => html.setAttribute('data-theme', 'night'));
    await axe(page);
    expect(apiCalls(), 'API calls, a while later').toHaveLength(scene.calls);
    if (scene.logs) expect(problems.splice(0).join('\n')).toMatch(scene.logs);
  });
