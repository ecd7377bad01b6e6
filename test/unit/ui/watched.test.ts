import { expect, test } from 'vitest';
import { Watched } from '../../../src/ui/parts/watched';

test('only those who watch a key hear of it, and only of changes', () => {
  const watched = new Watched<number>();
  const heard: string[] = [];
  const end = watched.watch('a', (value) => heard.push(`a${value}`));
  watched.watch('b', (value) => heard.push(`b${value}`));
  watched.set('a', 1);
  watched.set('a', 1);
  watched.set('c', 3);
  expect(heard).toEqual(['a1']);
  end();
  watched.set('a', 2);
  watched.set('b', 2);
  expect(heard).toEqual(['a1', 'b2']);
  expect([watched.get('a'), watched.get('c'), watched.get('d')]).toEqual([2, 3, undefined]);
});
