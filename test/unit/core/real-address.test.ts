import { expect, test } from 'vitest';
import { realAddress } from '../../../src/core/real-address';

test.each([
  ['about:reader?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1', 'https://example.org/a?b=1'],
  ['about:reader?url=https%3A%2F%2Fexample.org%2Fa%3Futm_source%3D1', 'https://example.org/a?utm_source=1'],
  ['read://https_example.org/?url=https%3A%2F%2Fexample.org%2Fa', 'https://example.org/a'],
  ['chrome-distiller://0a-1b_2c/?title=A%20page&url=https%3A%2F%2Fexample.org%2Fa', 'https://example.org/a'],
  ['view-source:https://example.org/', 'https://example.org/'],
  ['view-source:about:reader?url=http%3A%2F%2Fexample.org%2Fa', 'http://example.org/a'],
  ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/https://example.org/a.pdf', 'https://example.org/a.pdf'],
  ['https://www.google.com/amp/s/www.example.org/a?id=1#aoh=1', 'https://www.example.org/a?id=1'],
  ['https://www.google.co.uk/amp/www.example.org/a', 'http://www.example.org/a'],
  ['https://www.google.com/amp/s/www.example.org/a%3fid%3d1%26x=2', 'https://www.example.org/a?id=1&x=2'],
  ['https://www.google.com/amp/s/example.org:8080/a', 'https://example.org:8080/a'],
  [
    'https://a-b.cdn.ampproject.org/v/s/a.example/b?amp_js_v=0.1&id=1&usqp=mq331#referrer=x',
    'https://a.example/b?id=1',
  ],
  ['https://www.bing.com/amp/s/www.example.org/a', 'https://www.example.org/a'],
  ['https://a-b.bing-amp.com/c/s/a.example/b', 'https://a.example/b'],
  ['https://example.org/a#:~:text=some%20words', 'https://example.org/a'],
  ['https://example.org/a#part:~:text=words', 'https://example.org/a#part'],
  ['https://example.org/a:~:b#c:~:text=d', 'https://example.org/a:~:b#c'],
])('the page behind %s', (address, page) => {
  expect(realAddress(address)).toBe(page);
});

test.each([
  ['https://Example.org:443/a?b=%c3#c'],
  ['https://example.org/a:~:b'],
  ['about:reader?url=javascript%3Aalert(1)'],
  ['about:reader?url=file%3A%2F%2F%2Fetc%2Fpasswd'],
  ['about:reader?url=data%3Atext%2Fhtml%2Cx'],
  ['about:reader?url=example.org'],
  ['about:reader'],
  ['view-source:file:///a.html'],
  ['view-source:javascript:alert(1)'],
  ['chrome-distiller://0a/?title=https%3A%2F%2Fexample.org'],
  ['https://www.google.com/url?q=https%3A%2F%2Fexample.org'],
  ['https://www.google.com/amp/help'],
  ['https://www.google.com/amp/s/anna@example.org/'],
  ['https://www.google.com.example.org/amp/s/example.com/'],
  ['https://example.org/amp/s/example.com/'],
  [`${'view-source:'.repeat(9)}https://example.org/`],
  ['no address'],
  [''],
])('%j is in no wrapper, or not around a web address', (address) => {
  expect(realAddress(address)).toBe(address);
});
