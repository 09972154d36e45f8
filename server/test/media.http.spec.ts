import sharp from 'sharp';
import { Pictures } from '../src/platform/media/index.js';
import type { Answer } from './harness.js';
import { Town, type Admin, type Customer } from './town.js';

interface Uploaded {
  url: string;
  thumbnailUrl: string;
  width: number;
  height: number;
  code?: string;
}

const DAY_MS = 86_400_000;

const canvas = (width = 1200, height = 900) =>
  sharp({ create: { width, height, channels: 3, background: '#7a4a2b' } });

describe('Pictures', () => {
  let town: Town;
  let member: Customer;
  let stranger: Customer;
  let admin: Admin;

  beforeAll(async () => {
    town = await Town.start();
    const brand = await town.brand();
    member = await town.member(brand.id);
    stranger = await town.member(brand.id);
    admin = await town.admin([brand.id]);
  });
  afterAll(() => town.stop());

  const upload = (file: Uint8Array, by: Customer | Admin = member): Promise<Answer<Uploaded>> =>
    'token' in by
      ? town.app.post<Uploaded>('/api/member/pictures', { token: by.token, file })
      : town.app.post<Uploaded>('/api/admin/pictures', { cookie: by.cookie, file });
  const count = async (): Promise<number> =>
    (await town.app.query<{ pieces: number }>('SELECT COUNT(*) AS pieces FROM picture'))[0]?.pieces ?? 0;
  const fetched = async (path: string): Promise<{ response: Response; bytes: Buffer }> => {
    const response = await fetch(town.app.url + path);
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };

  it('are not taken from those who have not joined, nor from admins who may only look', async () => {
    const file = await canvas().png().toBuffer();
    const visitor = await town.visitor();
    const viewer = await town.admin('every', 'viewer');
    expect((await upload(file, visitor)).body.code).toBe('membership_required');
    expect((await upload(file, viewer)).body.code).toBe('forbidden');
    await expect(count()).resolves.toBe(0);
  });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['a page', () => Buffer.from('<html><script>alert(1)</script></html>'), 'picture_unreadable'],
    [
      'a drawing with a script',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'picture_unreadable',
    ],
    ['a moving picture of another kind', () => canvas(20, 20).gif().toBuffer(), 'picture_unreadable'],
    ['what only begins like one', () => Buffer.from('\xff\xd8\xff<script>', 'latin1'), 'picture_unreadable'],
    ['half of one', async () => (await canvas().jpeg().toBuffer()).subarray(0, 900), 'picture_unreadable'],
    ['a page that calls itself WebP', () => Buffer.from('RIFF\0\0\0\0WEBP<html>'), 'picture_unreadable'],
    ['nothing', () => new Uint8Array(), 'validation_failed'],
    ['too many bytes', () => new Uint8Array(10 * 1024 * 1024 + 1), 'picture_too_large'],
  ])('are refused when the file is %s', async (_what, file, code) => {
    const before = await count();
    expect((await upload(await file())).body.code).toBe(code);
    await expect(count()).resolves.toBe(before);
  });

  it('are taken one at a time', async () => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(await canvas(9, 9).png().toBuffer())]), 'a.png');
    form.append('file', new Blob([new Uint8Array(await canvas(9, 9).png().toBuffer())]), 'b.png');
    const response = await fetch(`${town.app.url}/api/member/pictures`, {
      method: 'POST',
      headers: { authorization: `Bearer ${member.token}` },
      body: form,
    });
    expect(response.status).toBe(422);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('of the kind %s are kept, with a small one', async (format) => {
    const { status, body } = await upload(await canvas(3000, 1500).toFormat(format).toBuffer());
    expect(status).toBe(201);
    expect(body).toMatchObject({ width: 2000, height: 1000 });
    const { response, bytes } = await fetched(body.url);
    expect(response.headers.get('content-type')).toBe(`image/${format}`);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await sharp(bytes).metadata()).toMatchObject({ format, width: 2000 });
    expect(await sharp((await fetched(body.thumbnailUrl)).bytes).metadata()).toMatchObject({
      format,
      width: 480,
    });
  });

  it('stand upright and say nothing of where and with what they were taken', async () => {
    const photo = await canvas(40, 20)
      .withExif({ IFD0: { Model: 'Secret camera' }, IFD3: { GPSLatitude: '31/1 11/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { body } = await upload(photo);
    expect(body).toMatchObject({ width: 20, height: 40 });
    const { bytes } = await fetched(body.url);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(bytes.includes('Secret camera')).toBe(false);
  });

  it.each(['202606/x.png', '..%2F..%2Fpackage.json', '202606/..%2F..%2Fpackage.json', '202606/a.html'])(
    'are the only files behind their addresses: %s is none',
    async (path) => {
      expect((await fetched(`/media/uploads/${path}`)).response.status).toBe(404);
    },
  );

  it('can be shown only by the member who uploaded them', async () => {
    const { body } = await upload(await canvas(9, 9).png().toBuffer());
    const pictures = town.app.nest.get(Pictures);
    const attach = (memberId: number, urls: string[]) =>
      town.app.inTransaction((tx) => pictures.attachOfMember(tx, memberId, urls));
    const mine = await member.memberId();
    const theirs = await stranger.memberId();
    await expect(attach(theirs, [body.url])).rejects.toMatchObject({ code: 'picture_unknown' });
    await expect(attach(mine, [body.url, '/media/beans.png'])).rejects.toMatchObject({
      code: 'picture_unknown',
    });
    const ofMember = (id: number) =>
      town.app.inTransaction((tx) => pictures.ofMember(tx, id, [body.url, '/media/beans.png']));
    await expect(ofMember(theirs)).resolves.toEqual([]);
    await expect(ofMember(mine)).resolves.toEqual([body]);
    // Shown twice is fine.
    await attach(mine, [body.url]);
    await attach(mine, [body.url, body.url]);
  });

  it('go after a day when nothing shows them, and stay when something does', async () => {
    const forgotten = (await upload(await canvas(9, 9).png().toBuffer())).body;
    const shown = (await upload(await canvas(9, 9).png().toBuffer(), admin)).body;
    const pictures = town.app.nest.get(Pictures);
    await town.app.inTransaction((tx) => pictures.attachOfAdmins(tx, [shown.url, '/media/beans.png']));
    town.app.clock.advance(DAY_MS - 1000);
    await town.app.runDueJobs();
    expect((await fetched(forgotten.url)).response.status).toBe(200);
    town.app.clock.advance(2000);
    await town.app.runDueJobs();
    expect((await fetched(forgotten.url)).response.status).toBe(404);
    expect((await fetched(forgotten.thumbnailUrl)).response.status).toBe(404);
    expect((await fetched(shown.url)).response.status).toBe(200);
    const memberId = await member.memberId();
    await expect(
      town.app.inTransaction((tx) => pictures.attachOfMember(tx, memberId, [forgotten.url])),
    ).rejects.toMatchObject({ code: 'picture_unknown' });
  });

  it('are taken at a person’s pace', async () => {
    const eager = await town.member((await town.brand()).id);
    const file = await canvas(9, 9).png().toBuffer();
    const answers = await Promise.all(Array.from({ length: 40 }, () => upload(file, eager)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(30);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
  });
});
