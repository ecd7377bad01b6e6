import type { Shaarli } from '../shaarli/server';
import { type Driver, until } from './driver/index';

/** Opens the settings at the server, and waits until they know whether there is one. */
export async function openServerSettings(driver: Driver): Promise<void> {
  await driver.extension('daily.html');
  await driver.extension('settings.html#server');
  await until(() => driver.eval(() => document.querySelector('#server .acts') !== null), 'the server’s settings');
}

/** Types over what stands in the fields of the server's form; what is left out stays. */
export async function fillServerForm(driver: Driver, fields: { address?: string; secret?: string }): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    await driver.eval((id) => document.querySelector<HTMLInputElement>(id)?.select(), `#server-${name}`);
    await driver.type(`#server-${name}`, text);
  }
}

/** What is said of the server now. */
export function serverNews(driver: Driver): Promise<string> {
  return driver.eval(() => [...document.querySelectorAll('.server-news p')].map((one) => one.textContent).join(' '));
}

/** Sets the server up in the settings, as a person does. The driver has to be an agreeing one. */
export async function setUpServer(driver: Driver, { url, secret }: Pick<Shaarli, 'url' | 'secret'>): Promise<void> {
  await openServerSettings(driver);
  await fillServerForm(driver, { address: url, secret });
  await driver.click('#server [type=submit]');
  await until(async () => (await serverNews(driver)).includes('answers.'), 'the server to be set up');
  await until(() => driver.eval(() => document.querySelector('#server .server-address') !== null), 'its address');
}
