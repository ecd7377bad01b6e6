import { expect, test } from 'vitest';
import { startSender } from './sender';

test('a new link arrives with all that it has', async () => {
  const sender = await startSender();
  const link = await sender.save(
    { url: 'https://example.org/poem', title: 'A poem', note: 'My *own* words', tags: ['verse', 'été'], private: true },
    'First line\n  second line',
  );
  await sender.send(link.id);
  await sender.work();
  expect(await sender.shaarli.links()).toMatchObject([
    {
      url: 'https://example.org/poem',
      title: 'A poem',
      description: '> First line\n>   second line\n\nMy *own* words',
      tags: ['verse', 'été'],
      private: true,
      updated: '',
    },
  ]);
  expect(await sender.queue()).toEqual([]);
  expect(await sender.sending()).toEqual({ lastSent: sender.now().ms, failures: 0 });
  expect(sender.alarm()).toBeUndefined();
});
