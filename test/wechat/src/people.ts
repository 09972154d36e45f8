import { randomInt } from 'node:crypto';
import { digits, newOpenid, newUnionid } from './ids.js';
import type { User } from './world/model.js';
import type { World } from './world/world.js';

const NICKNAMES = [
  '林小满',
  '周知夏',
  '陈予安',
  '苏晚晴',
  '江临',
  '许清和',
  '沈听澜',
  '顾南枝',
  '叶星野',
  '方既白',
  '唐糖',
  '何以宁',
  '陆屿',
  '宋时雨',
  '白露',
  '程一诺',
];

export interface Person {
  readonly openid?: string | undefined;
  readonly unionid?: string | null | undefined;
  readonly appId?: string | undefined;
  readonly nickname?: string | undefined;
  readonly phone?: string | null | undefined;
}

/** Makes a WeChat user, or tells more about one who is there already. */
export function putUser(world: World, person: Person, defaultAppId: string): User {
  const known = person.openid === undefined ? undefined : world.users.get(person.openid);
  if (known) {
    known.nickname = person.nickname ?? known.nickname;
    known.phone = person.phone === undefined ? known.phone : person.phone;
    return known;
  }
  return world.users.put({
    openid: person.openid ?? newOpenid(),
    unionid: person.unionid === undefined ? newUnionid() : person.unionid,
    appId: person.appId ?? defaultAppId,
    nickname: person.nickname ?? anyNickname(),
    phone: person.phone === undefined ? anyPhone() : person.phone,
    createdAt: world.now(),
    lastSeenAt: null,
  });
}

/** Made up, in a block with nothing but zeros where a real number differs. */
function anyPhone(): string {
  return `1700000${digits(4)}`;
}

function anyNickname(): string {
  return NICKNAMES[randomInt(NICKNAMES.length)] ?? '新朋友';
}
