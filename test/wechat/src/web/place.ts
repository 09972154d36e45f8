import { goTo } from './api.js';
import { attempt, byId, fill, h } from './dom.js';
import type { PageState } from './page-state.js';

/** Far from every store: the lake in Hangzhou is lovely, but nobody sells anything in its middle. */
const ELSEWHERE = { title: '别的地方', lat: 30.2467, lng: 120.1429 };
const SHOWN_MAX = 6;

interface Choice {
  readonly title: string;
  readonly place: { lat: number; lng: number } | { refused: true };
  readonly chosen: boolean;
}

/** Where the phone is, as far as it says. */
export function drawPlace({ setup, phone }: PageState): void {
  const { location } = phone;
  const places = [...setup.places.slice(0, SHOWN_MAX), ELSEWHERE];
  const choices: Choice[] = [
    ...places.map(({ title, lat, lng }) => ({
      title,
      place: { lat, lng },
      chosen: location?.lat === lat && location.lng === lng,
    })),
    { title: '不告诉它', place: { refused: true }, chosen: !phone.locationAllowed },
  ];
  fill(byId('place'), choices, () => [
    h('h3', { id: 'place-title' }, '我在哪里'),
    h(
      'div',
      { class: 'chips' },
      ...choices.map(({ title, place, chosen }) =>
        h(
          'button',
          {
            type: 'button',
            'data-focus': `place-${title}`,
            'aria-pressed': String(chosen),
            onclick: () => attempt(async () => void (await goTo(phone.device, place))),
          },
          title,
        ),
      ),
    ),
  ]);
}
