import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { createContext, runInContext, runInThisContext } from 'node:vm';
import type { Wx } from './wx.js';

const { wxmlToJs } = createRequire(import.meta.url)('miniprogram-compiler') as {
  wxmlToJs(folder: string): string;
};

/** What WeChat's template compiler makes of a page: elements with attributes, and texts. */
export interface Element {
  readonly tag: string;
  readonly attr?: Readonly<Record<string, unknown>>;
  readonly children?: readonly (Element | string)[];
}

type Render = (data: object) => Element;
type Template = (file: string) => Render;

interface PageDefinition {
  data?: object;
  onLoad?(query: object): void;
  onShow?(): void;
  onReady?(): void;
  onUnload?(): void;
  eh?(event: object): void;
}

interface PageInstance extends PageDefinition {
  data: Record<string, unknown>;
  route: string;
  setData(changes: Record<string, unknown>, done?: () => void): void;
}

interface AppDefinition {
  onLaunch?(options: object): void;
  onShow?(options: object): void;
}

/** Long enough for React to render and promises to settle; the waiting ends as soon as the page says so. */
const PATIENCE_MS = 4000;
const TURN_MS = 10;
const RENDER_MS = 100;

/**
 * Runs the built mini-program the way WeChat does: its scripts in a context without a browser, its templates
 * through WeChat's own compiler, its events through the page's handler.
 */
export class MiniProgram {
  readonly faults: Error[] = [];
  readonly stack: OpenPage[] = [];
  private readonly context: object;
  private readonly template: Template;
  private readonly modules = new Map<string, { exports: unknown }>();
  private app: AppDefinition = {};
  private definition: PageDefinition | undefined;

  constructor(
    private readonly folder: string,
    readonly wx: Wx,
  ) {
    this.template = compileTemplates(folder);
    this.context = createContext(this.globals());
    wx.attach(this);
  }

  launch(): void {
    this.load('app.js');
    const options = { path: 'pages/home/index', query: {}, scene: 1001 };
    this.app.onLaunch?.(options);
    this.app.onShow?.(options);
  }

  open(route: string, query: Readonly<Record<string, string>> = {}): OpenPage {
    this.definition = undefined;
    this.modules.delete(`${route}.js`);
    this.load(`${route}.js`);
    if (!this.definition) {
      throw new Error(`${route}.js defines no page`);
    }
    const page = new OpenPage(route, this.definition, this.template(`${route}.wxml`));
    this.stack.push(page);
    page.show(query);
    return page;
  }

  get current(): OpenPage {
    const page = this.stack.at(-1);
    if (!page) {
      throw new Error('No page is open');
    }
    return page;
  }

  close(): void {
    this.stack.pop()?.unload();
  }

  private load(file: string): unknown {
    const known = this.modules.get(file);
    if (known) {
      return known.exports;
    }
    const module = { exports: {} as unknown };
    this.modules.set(file, module);
    const source = readFileSync(join(this.folder, file), 'utf8');
    const requireFrom = (name: string): unknown => this.load(withJs(normalize(join(dirname(file), name))));
    // Names that a browser has and WeChat hasn't are shadowed, so that reaching for them shows.
    const run = runInContext(
      `(function (require, module, exports, window, document, self, global, navigator, location) {${source}\n})`,
      this.context,
      { filename: file },
    ) as (...names: unknown[]) => void;
    run(requireFrom, module, module.exports);
    return module.exports;
  }

  private globals(): Record<string, unknown> {
    return {
      wx: this.wx.api,
      App: (app: AppDefinition) => {
        this.app = app;
      },
      Page: (page: PageDefinition) => {
        this.definition = page;
      },
      Component: () => undefined,
      Behavior: (behavior: object) => behavior,
      getApp: () => this.app,
      getCurrentPages: () => this.stack.map((page) => page.instance),
      requirePlugin: () => ({}),
      console: {
        ...console,
        log: () => undefined,
        warn: () => undefined,
        info: () => undefined,
        error: (...parts: unknown[]) => this.notice(parts),
      },
      // What the mini-program has put off doesn't keep a finished test waiting.
      setTimeout: (work: () => void, ms: number) => setTimeout(work, ms).unref(),
      clearTimeout,
      setInterval: (work: () => void, ms: number) => setInterval(work, ms).unref(),
      clearInterval,
      queueMicrotask,
    };
  }

  /** React reports what breaks a page on the console. */
  private notice(parts: readonly unknown[]): void {
    const error = parts.find(
      (part) => part instanceof Error || (typeof part === 'object' && part !== null && 'stack' in part),
    );
    if (error) {
      this.faults.push(error as Error);
    }
  }
}

/** A page as its user has it in front of them. */
export class OpenPage {
  readonly instance: PageInstance;
  /** Bytes of each change that crossed from script to screen. */
  readonly changes: number[] = [];
  /** Elements that this page uses and the built templates don't have. */
  readonly missingTemplates = new Set<string>();
  private time = 0;

  constructor(
    readonly route: string,
    definition: PageDefinition,
    private readonly render: Render,
  ) {
    this.instance = {
      ...definition,
      route,
      data: { ...definition.data },
      setData: (changes, done) => {
        this.changes.push(Buffer.byteLength(JSON.stringify(changes)));
        for (const [path, value] of Object.entries(changes)) {
          assign(this.instance.data, path, value);
        }
        setTimeout(() => done?.(), 0);
      },
    };
  }

  show(query: object): void {
    this.instance.onLoad?.(query);
    this.instance.onShow?.();
    this.instance.onReady?.();
  }

  unload(): void {
    this.instance.onUnload?.();
  }

  get tree(): Element {
    return quietly(
      () => this.render(this.instance.data),
      (line) => {
        const [, template] = /Template `(\w+)` not found/.exec(line) ?? [];
        // An empty place has the template `undefined`; any other name is an element that WeChat can't draw.
        if (template !== undefined && template !== 'undefined') {
          this.missingTemplates.add(template);
        }
      },
    );
  }

  /** Everything that can be read on the page. */
  get text(): string {
    return textOf(this.tree);
  }

  /** The innermost elements that read exactly, or contain, this. */
  find(words: string | RegExp): Element[] {
    const matches = (element: Element): boolean =>
      typeof words === 'string' ? textOf(element).trim() === words : words.test(textOf(element));
    return elementsOf(this.tree).filter(
      (element) => matches(element) && !elementChildren(element).some((child) => matches(child)),
    );
  }

  all(predicate: (element: Element) => boolean): Element[] {
    return elementsOf(this.tree).filter(predicate);
  }

  /** Waits until the page shows what is asked for. @throws with what it shows instead */
  async until<T>(look: (page: OpenPage) => T | undefined | false): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const seen = look(this);
      if (seen !== undefined && seen !== false) {
        return seen;
      }
      if (Date.now() > deadline) {
        throw new Error(`${this.route} doesn't show what was waited for, but:\n${this.text}`);
      }
      await turn();
    }
  }

  untilReads(words: string | RegExp): Promise<boolean> {
    return this.until(({ text }) => (typeof words === 'string' ? text.includes(words) : words.test(text)));
  }

  /** Taps the element that reads this, the last of several unless told which; events rise as on a phone. */
  async tap(words: string | RegExp, which = -1): Promise<void> {
    const target = await this.until((page) => page.find(words).at(which));
    this.send(this.pathTo(target), 'tap');
    // Nobody taps again before the screen has answered.
    await turn(RENDER_MS);
  }

  /** Sends an event, such as a button's `getphonenumber`, to an element. */
  emit(element: Element, type: string, detail: object = {}): void {
    this.send([element], type, detail);
  }

  private pathTo(target: Element): Element[] {
    const walk = (element: Element, path: readonly Element[]): Element[] | undefined => {
      const here = [...path, element];
      if (element === target || sameNode(element, target)) {
        return here;
      }
      for (const child of elementChildren(element)) {
        const found = walk(child, here);
        if (found) {
          return found;
        }
      }
      return undefined;
    };
    return walk(this.tree, []) ?? [target];
  }

  /** The event rises: WeChat calls the handler of every element on the way up that binds it, until one catches it. */
  private send(path: readonly Element[], type: string, detail: object = {}): void {
    const listening = path.filter(({ attr }) => bound(attr, 'bind', type) || bound(attr, 'catch', type));
    const target = listening.at(-1);
    if (!target) {
      throw new Error(`Nothing on ${this.route} listens to ${type}`);
    }
    this.time += 1000;
    for (const element of listening.toReversed()) {
      this.instance.eh?.({
        type,
        timeStamp: this.time,
        target: placeOf(target),
        currentTarget: placeOf(element),
        detail,
        touches: [],
        changedTouches: [],
        mpEvent: {},
      });
      if (bound(element.attr, 'catch', type)) {
        return;
      }
    }
  }
}

function bound(attr: Element['attr'], how: 'bind' | 'catch', type: string): boolean {
  return attr?.[`${how}${type}`] !== undefined;
}

function placeOf({ attr }: Element): object {
  return { id: attr?.id, dataset: { sid: attr?.['data-sid'] ?? attr?.id } };
}

export function turn(ms = TURN_MS): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

export function textOf(element: Element | string): string {
  return typeof element === 'string'
    ? element
    : (element.children ?? []).map(textOf).join(' ').replaceAll(/\s+/g, ' ');
}

function elementsOf(root: Element): Element[] {
  return [root, ...elementChildren(root).flatMap(elementsOf)];
}

function elementChildren(element: Element): Element[] {
  return (element.children ?? []).filter((child): child is Element => typeof child === 'object');
}

/** Each rendering makes new objects; Taro gives every element a number of its own. */
function sameNode(a: Element, b: Element): boolean {
  const id = a.attr?.['data-sid'] ?? a.attr?.id;
  return id !== undefined && id === (b.attr?.['data-sid'] ?? b.attr?.id);
}

/** Paths such as `root.cn.[0].v`: names and indices, some in brackets. */
function assign(data: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  let place = data;
  for (const key of keys) {
    place[key] ??= {};
    place = place[key] as Record<string, unknown>;
  }
  place[last] = value;
}

function compileTemplates(folder: string): Template {
  const source = quietly(() => wxmlToJs(folder));
  // The compiler's output is a script for WeChat's own view layer.
  const open = runInThisContext(`(function (global, window) { ${source}; return $gwx })`) as (
    ...scopes: object[]
  ) => Template;
  return open({}, {});
}

/** The compiler and its output speak on the console. */
function quietly<T>(work: () => T, hear: (line: string) => void = () => undefined): T {
  const { log, warn, error } = console;
  const listen = (...parts: unknown[]) => hear(parts.join(' '));
  Object.assign(console, { log: listen, warn: listen, error: listen });
  try {
    return work();
  } finally {
    Object.assign(console, { log, warn, error });
  }
}

function withJs(file: string): string {
  return file.endsWith('.js') ? file : `${file}.js`;
}
