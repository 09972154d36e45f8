import type { Store } from '../../src/modules/org/index.js';
import { AdminResolver, StaffResolver } from '../../src/platform/auth/index.js';
import type { Sending } from '../harness.js';
import { Town, type Customer } from '../town.js';
import { Side, employ } from './side.js';

export type Credentials = Pick<Sending, 'token' | 'cookie'>;

/**
 * Two brands with a program each. What is tried belongs to the first brand's member, store or brand; everybody
 * else here has no business with it.
 */
export class TwoBrands {
  private constructor(
    readonly town: Town,
    readonly own: Side,
    readonly rival: Side,
    /** Another store of the first brand. */
    readonly secondStore: Store,
    /** Works there. */
    readonly colleague: Customer,
    /** Another member of the first brand. */
    readonly neighbour: Customer,
    /** Has not joined anything. */
    readonly visitor: Customer,
  ) {}

  static async open(): Promise<TwoBrands> {
    const town = await Town.start();
    await town.wechat.setClock(town.app.clock.now().toISOString());
    const own = await Side.open(town, '山前咖啡');
    const rival = await Side.open(town, '木樨护肤');
    const { id } = own.shop.brand;
    const secondStore = await town.store(id, { name: '静安店', lat: 31.23, lng: 121.45 });
    const colleague = await employ(town, id, secondStore.id);
    return new TwoBrands(
      town,
      own,
      rival,
      secondStore,
      colleague,
      await town.member(id),
      await town.visitor(),
    );
  }

  get app() {
    return this.town.app;
  }

  /** Runs `work` while nobody has other permissions than `keep` lets through. */
  async withPermissions<T>(keep: (permission: string) => boolean, work: () => Promise<T>): Promise<T> {
    const resolvers = [this.app.nest.get(AdminResolver), this.app.nest.get(StaffResolver)] as Resolver[];
    const originals = resolvers.map((resolver) => resolver.resolve);
    resolvers.forEach((resolver, index) => {
      resolver.resolve = async (who) => {
        const actor = await originals[index]?.call(resolver, who);
        return actor && { ...actor, permissions: actor.permissions.filter(keep) };
      };
    });
    try {
      return await work();
    } finally {
      resolvers.forEach((resolver, index) => Object.assign(resolver, { resolve: originals[index] }));
    }
  }
}

interface Resolver {
  resolve(who: unknown): Promise<{ permissions: readonly string[] } | undefined>;
}
