import { expect, test } from 'vitest';
import { exposedBy } from '../../../tools/sdk-surface/exposed';

test('functions are listed by their path, whatever holds them', () => {
  const { functions } = exposedBy(`
    class Client { get() {} static make() {} }
    class Made extends Client { post() {} }
    var ZOHO = { embeddedApp: { init() {} }, CRM: { UI: { Popup: { close: () => {} } }, limit: 3, none: null } };
    const zrc = new Made();
    window.ZDK = { Client: Object.freeze({ showMessage: async () => {} }) };
  `);
  expect(functions).toEqual([
    'ZDK.Client.showMessage',
    'ZOHO.CRM.UI.Popup.close',
    'ZOHO.embeddedApp.init',
    'zrc.get',
    'zrc.post',
  ]);
});

test('objects that contain each other are listed once', () => {
  const { functions } = exposedBy(
    'var ZOHO = { a() {} }; ZOHO.self = ZOHO; var $Client = { close() {}, of: ZOHO };',
  );
  expect(functions).toEqual(['$Client.close', '$Client.of.a', 'ZOHO.a']);
});

test('what else the file leaves on the window is named, the helpers of its compiler are not', () => {
  const { otherGlobals } = exposedBy(
    'function ZSDK() {} var _helper = 1; self.zrcInstance = {}; var ZOHO = {};',
  );
  expect(otherGlobals).toEqual(['ZSDK', 'zrcInstance']);
});

test('the file has a window and its address, and no way to the network or to this process', () => {
  const seen = exposedBy(`
    if (location.href.indexOf('serviceOrigin') < 0 || window !== self) throw new Error('no window');
    var ZOHO = {};
    if (typeof fetch !== 'undefined') ZOHO.fetch = fetch;
    if (typeof require !== 'undefined') ZOHO.require = require;
    if (typeof process !== 'undefined') ZOHO.process = function () {};
    if (typeof XMLHttpRequest.prototype.send !== 'undefined') ZOHO.send = function () {};
  `);
  expect(seen.functions).toEqual([]);
});

test('a file that is no script, or that fails while it loads, is an error', () => {
  expect(() => exposedBy('<html>')).toThrow(/Unexpected token/);
  expect(() => exposedBy('nothing.here();')).toThrow(/nothing is not defined/);
});
