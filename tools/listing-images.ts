/** `npm run listing:images`: renders the drawings of `docs/listing/` as the PNG files that the Marketplace asks for. */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from './find-browser';
import { PICTURES } from './listing/pictures';

const found = findBrowser();
const browser = await chromium.launch({
  executablePath: found.path,
  chromiumSandbox: found.sandbox,
  env: { ...process.env, ...found.env },
});
for (const { file, drawing, width, height } of PICTURES) {
  if (!drawing) continue;
  const svg = readFileSync(`docs/listing/${drawing}`).toString('base64');
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(
    `<body style="margin:0"><img width="${width}" height="${height}" style="display:block" src="data:image/svg+xml;base64,${svg}">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  writeFileSync(`docs/listing/${file}`, await page.screenshot({ omitBackground: true }));
  await page.close();
  console.log(`docs/listing/${file}  ${width} × ${height}`);
}
await browser.close();
