import { paths, safeNext } from './paths';

describe('safeNext', () => {
  it.each(['/', '/b/br_1/members?tier=2'])('keeps our own page %s', (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([null, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'goes home instead of %p',
    (next) => {
      expect(safeNext(next)).toBe('/');
    },
  );
});

it('remembers where a signed-out admin wanted to go', () => {
  const url = new URL(paths.signIn('/b/br_1/orders?status=paid'), 'http://console');
  expect(safeNext(url.searchParams.get('next'))).toBe('/b/br_1/orders?status=paid');
  expect(paths.signIn('/')).toBe('/sign-in');
});
