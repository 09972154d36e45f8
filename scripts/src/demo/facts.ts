import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { toPublicId } from '@regulars/server/platform/ids/public-id';
import { DEMO_ADMINS, DEMO_PASSWORD, DEMO_PEOPLE, DEMO_TOTP_SECRET } from './shop/people.js';
import type { BrandKey } from './shop/types.js';
import { personOf } from './world/staff.js';
import type { Shop } from './world/shop.js';

/** What the demo calls its places, under the numbers they have inside; kept in the database beside the data. */
export interface Notes {
  readonly members: number;
  readonly today: string;
  readonly brands: readonly BrandNote[];
}

interface BrandNote {
  readonly key: BrandKey;
  readonly id: number;
  readonly name: string;
  readonly stores: readonly StoreNote[];
  readonly codes: readonly {
    readonly code: string;
    readonly name: string;
    readonly storeId: number | null;
  }[];
}

interface StoreNote {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  readonly lat: number;
  readonly lng: number;
}

export function notesOf(shop: Shop, recipe: { members: number; today: string }): Notes {
  return {
    members: recipe.members,
    today: recipe.today,
    brands: Object.values(shop).map(({ key, id, seed, stores, codes }) => ({
      key,
      id,
      name: seed.name,
      stores: stores.map((store) => ({
        id: store.id,
        name: store.name,
        code: store.code,
        lat: store.seed.lat,
        lng: store.seed.lng,
      })),
      codes: codes.map(({ code, name, store }) => ({ code, name, storeId: store?.id ?? null })),
    })),
  };
}

/** What a person or a check needs to begin: who to be, what to scan. */
export type Facts = ReturnType<typeof factsOf>;

export function factsOf({ members, today, brands }: Notes, appId: string, consoleUrl: string) {
  const [main] = brands;
  const [store] = main?.stores ?? [];
  const [code] = main?.codes ?? [];
  if (!main || !store || !code) {
    throw new Error('The demo data have no brand with a store and a code');
  }
  const [owner] = DEMO_ADMINS;
  return {
    appId,
    brandId: toPublicId('brand', main.id),
    storeId: toPublicId('store', store.id),
    storeCode: store.code,
    liveCode: code.code,
    staffOpenid: personOf('clerk').openid,
    customerOpenid: personOf('customer').openid,
    admin: { email: owner?.email ?? '', password: DEMO_PASSWORD, totpSecret: DEMO_TOTP_SECRET },
    admins: DEMO_ADMINS.map(({ email, name, role, brands: keys }) => ({
      email,
      name,
      role,
      brands: keys ?? null,
    })),
    members,
    today,
    brands: brands.map((brand) => ({
      key: brand.key,
      id: toPublicId('brand', brand.id),
      name: brand.name,
      stores: brand.stores.map(({ id, name, code: storeCode, lat, lng }) => ({
        id: toPublicId('store', id),
        name,
        storeCode,
        lat,
        lng,
      })),
      liveCodes: brand.codes.map(({ code: liveCode, name, storeId }) => ({
        code: liveCode,
        name,
        storeId: storeId === null ? null : toPublicId('store', storeId),
      })),
    })),
    people: DEMO_PEOPLE.map(({ key, openid, unionid, nickname, phone, about }) => ({
      key,
      openid,
      unionid,
      nickname,
      phone,
      about,
    })),
    tryIt: {
      roles: rolesOf(consoleUrl),
      codes: codesOf(main, brands),
      places: brands.flatMap(({ name, stores }) =>
        stores
          .slice(0, 1)
          .map(({ name: storeName, lat, lng }) => ({ title: `${name}${storeName}门口`, lat, lng })),
      ),
    },
  };
}

/** Everybody one can be with one click in the stand-in. */
function rolesOf(consoleUrl: string) {
  const roleOf = {
    customer: 'customer',
    newcomer: 'customer',
    wearer: 'customer',
    clerk: 'clerk',
    manager: 'clerk',
  } as const;
  const people = DEMO_PEOPLE.map(({ key, name, about, openid }) => ({
    role: roleOf[key],
    title: name,
    subtitle: about,
    openid,
  }));
  const [owner] = DEMO_ADMINS;
  return [
    ...people,
    {
      role: 'manager',
      title: owner?.name ?? '',
      subtitle: '檐里集团的主理人，在控制台里看会员、商品、订单和积分。',
      url: consoleUrl,
      email: owner?.email ?? '',
      password: DEMO_PASSWORD,
      totpSecret: DEMO_TOTP_SECRET,
    },
  ];
}

/** The codes that hang where the demo begins, then one door of each other brand. */
function codesOf(main: BrandNote, brands: readonly BrandNote[]) {
  const [store] = main.stores;
  if (!store) {
    return [];
  }
  const staff = personOf('clerk');
  const customer = personOf('customer');
  const storeId = toPublicId('store', store.id);
  const doors = brands.flatMap(({ name, codes }) =>
    codes.slice(0, name === main.name ? 2 : 1).map(({ code, name: title }) => ({
      title: `${name} ${title}`,
      subtitle: '扫码入会',
      kind: 'live',
      // What WeChat opens when it scans a mini-program code.
      value: `pages/join/index?scene=${code}`,
    })),
  );
  return [
    ...doors,
    {
      title: `${main.name} ${store.name}打卡码`,
      subtitle: '贴在店里，要在店附近才算到店',
      kind: 'check-in',
      value: store.code,
    },
    {
      title: `${store.name}店员手机上的码`,
      subtitle: '每半分钟换一次，扫它签到',
      kind: 'screen',
      live: { as: staff.openid, path: `/api/staff/stores/${storeId}/code`, field: 'code' },
    },
    {
      title: `${customer.name}的会员码`,
      subtitle: '店员扫它认出客人',
      kind: 'member',
      live: {
        as: customer.openid,
        path: `/api/member/card/code?brandId=${toPublicId('brand', main.id)}`,
        field: 'code',
      },
    },
  ];
}

export function writeFacts(file: string, facts: Facts): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
