type Child = Node | string | null | undefined | false;

interface Properties {
  readonly class?: string;
  readonly onclick?: (event: MouseEvent) => void;
  readonly [attribute: string]: unknown;
}

/** Makes an element: attributes by name, listeners as `onclick`, children in order. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value as EventListener);
    } else if (typeof value === 'string' || typeof value === 'number') {
      element.setAttribute(name, String(value));
    } else if (value === true) {
      element.setAttribute(name, '');
    }
  }
  element.append(...children.filter(isShown));
  return element;
}

export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) {
    throw new Error(`no element ${id}`);
  }
  return element;
}

/** Fills an element anew, unless what it shows has not changed: focus and open lists stay where they are. */
export function fill(element: HTMLElement, shown: unknown, make: () => Child[]): void {
  const key = JSON.stringify(shown);
  if (element.dataset['shown'] === key) {
    return;
  }
  element.dataset['shown'] = key;
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset['focus'] : undefined;
  element.replaceChildren(...make().filter(isShown));
  if (focused !== undefined) {
    element.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }
}

function isShown(child: Child): child is Node | string {
  return Boolean(child);
}

let hiding: number | undefined;

/** One quiet sentence at the foot of the page. */
export function toast(sentence: string): void {
  const element = byId('toast');
  element.textContent = sentence;
  element.hidden = false;
  window.clearTimeout(hiding);
  hiding = window.setTimeout(() => (element.hidden = true), 4000);
}

/** Runs something that may fail and says so rather than falling silent. */
export function attempt(work: () => Promise<void>): void {
  work().catch((error: unknown) => toast(error instanceof Error ? error.message : String(error)));
}
