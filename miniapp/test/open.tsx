import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { session } from '@/api/api';
import { createQueryClient } from '@/api/query-client';
import { BrandTheme } from '@/features/brand/BrandTheme';
import Taro, { phone } from './shim/taro';

/** Opens a page on a phone that has just been taken out of its box. */
export function open(page: ReactElement, query: Record<string, string> = {}): void {
  phone.query = query;
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  render(
    <QueryClientProvider client={client}>
      <BrandTheme>{page}</BrandTheme>
    </QueryClientProvider>,
  );
}

beforeEach(() => {
  // Pages hear from the server in their own time; tests wait for what they show instead of wrapping every update.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  session.clear();
  phone.storage.clear();
});

afterEach(() => {
  cleanup();
  jest.clearAllMocks();
});

export async function reads(text: string | RegExp): Promise<HTMLElement> {
  return screen.findByText(text);
}

export async function tap(text: string | RegExp): Promise<void> {
  const element = await screen.findByText(text);
  fireEvent.click(element);
  await settled();
}

/** Two taps before the page has had time to draw anything in between. */
export async function tapTwiceAtOnce(text: string | RegExp): Promise<void> {
  const element = await screen.findByText(text);
  fireEvent.click(element);
  fireEvent.click(element);
  await settled();
}

export async function type(label: string, text: string): Promise<void> {
  const field = await screen.findByLabelText(label);
  fireEvent.change(field, { target: { value: text } });
}

/** The last short word that was shown. */
export function lastSaid(): string | undefined {
  return Taro.showToast.mock.lastCall?.[0].title;
}

function settled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
