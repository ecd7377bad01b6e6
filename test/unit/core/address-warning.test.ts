import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressWarning } from '../../../src/core/address-warning';

const KEY = 'q0ZkX81mPq2TtB47s';

describe.each([
  [
    'secret',
    [
      'https://anna:pass@example.org/',
      'https://example.org/?access_token=abc',
      'https://example.org/#access_token=abc&state=1',
      'https://example.org/#/login?access_token=abc',
      'https://example.org/?a=1&id_token=abc',
      `https://example.org/reset?token=${KEY}`,
      `https://example.org/reset?reset_password_token=${KEY}`,
      `https://example.org/password/reset/${KEY}?email=a`,
      `https://example.org/invite/${KEY}/`,
      'https://example.org/a;jsessionid=1A2B',
      'https://example.org/?PHPSESSID=1a2b',
      `https://forum.example.org/?sid=${KEY}`,
      'https://bucket.s3.amazonaws.com/a.pdf?X-Amz-Date=1&X-Amz-Signature=1a2b',
      `https://d1.cloudfront.net/a?Expires=1&Signature=${KEY}&Key-Pair-Id=1`,
      `https://a.blob.core.windows.net/a?sv=1&sig=${KEY}`,
      'https://example.zoom.us/j/123?pwd=abc',
      'https://api.example.org/?api_key=abc',
      'ftp://anna:pass@example.org/',
      'http://localhost/?access_token=abc',
    ],
  ],
  ['file', ['file:///home/anna/a.html', 'FILE:///C:/a.txt']],
  [
    'local',
    [
      'http://localhost:3000/',
      'http://app.localhost/',
      'http://127.0.0.1/',
      'http://0x7f.1/',
      'http://[::1]:80/',
      'http://[fd00::1]/',
      'http://[fe80::1]/',
      'http://10.1.2.3/',
      'http://172.16.0.1/',
      'http://172.31.0.1/',
      'http://192.168.1.1/',
      'http://169.254.1.1/',
      'http://100.64.0.1/',
      'http://printer.local/',
      'http://nas.lan/',
      'http://router.home.arpa/',
      'http://wiki/Page',
      'http://jira.corp.internal/',
    ],
  ],
  [
    'account',
    [
      'https://mail.google.com/mail/u/0/#inbox/FMfc',
      'https://docs.google.com/document/u/1/d/abc/edit',
      'https://www.google.com/a?authuser=1',
      'https://outlook.live.com/mail/0/inbox/id/AQ',
      'https://outlook.office.com/mail/',
      'https://mail.proton.me/u/0/inbox',
      'https://mail.example.org/owa/?id=1',
      'https://mail.example.org/?_task=mail&_uid=1',
      'https://drive.google.com/drive/my-drive',
      'https://chatgpt.com/c/67d2',
      'https://claude.ai/chat/67d2',
      'https://app.slack.com/client/T1/C1',
      'https://discord.com/channels/@me/1',
      'https://www.facebook.com/messages/t/1',
      'https://www.linkedin.com/messaging/thread/1/',
      'https://shop.example.org/my-account/orders',
    ],
  ],
  [
    undefined,
    [
      'https://example.org/',
      'https://user@example.org/',
      'https://example.org/?token=cat',
      'https://example.org/?pageToken=CAUQAAxyz0123456789',
      'https://example.org/?sid=42',
      'https://example.org/?access_token=',
      'https://example.org/invite/friends',
      'https://example.org/#token',
      'https://8.8.8.8/',
      'http://172.32.0.1/',
      'http://100.128.0.1/',
      'http://[2001:db8::1]/',
      'https://localhost.example.org/',
      'https://10.example.org/',
      'https://mail.python.org/pipermail/python-dev/2023-March/1.html',
      'https://drive.google.com/file/d/abc/view',
      'https://photos.google.com/share/abc',
      'https://docs.google.com/document/d/abc/edit',
      'https://chatgpt.com/share/67d2',
      'https://claude.ai/share/67d2',
      'https://discord.com/channels/1/2',
      'https://x.com/anna/status/1',
      'https://example.org/u/anna',
      'https://example.org/account',
      'about:config',
      'data:text/plain,access_token=1',
      'no address',
      '',
    ],
  ],
])('%s', (warning, addresses) => {
  test.each(addresses)('%j', (address) => {
    expect(addressWarning(address)).toBe(warning);
  });
});

test('never throws', () => {
  const odd = fc.string({ unit: fc.constantFrom('https://', 'file:', ...'/?#%:@&=[]. aé\ud800') });
  const known = ['secret', 'file', 'local', 'account', undefined];
  fc.assert(fc.property(odd, (address) => known.includes(addressWarning(address))));
});
