import { byId, fill, h } from './dom.js';
import { memory, type Milestone } from './memory.js';
import type { Actions, PageState } from './page-state.js';

interface Step {
  readonly milestone: Milestone;
  /** Who takes it. */
  readonly role: 'customer' | 'clerk' | 'manager';
  readonly title: string;
  readonly text: string;
}

const STEPS: readonly Step[] = [
  {
    milestone: 'scanned',
    role: 'customer',
    title: '走进一家店',
    text: '在微信里点一张门店的码，就像扫了柜台上的那一张。',
  },
  {
    milestone: 'joined',
    role: 'customer',
    title: '开一张会员卡',
    text: '在手机上点“开卡”。要不要给手机号，由客人自己说了算。',
  },
  {
    milestone: 'paid',
    role: 'customer',
    title: '买一样喜欢的',
    text: '选好下单，在微信里确认支付。付完款，积分就到账了。',
  },
  {
    milestone: 'served',
    role: 'clerk',
    title: '换成店员',
    text: '扫客人的会员码，认出老主顾，替她打卡、交付取货。',
  },
  {
    milestone: 'managed',
    role: 'manager',
    title: '换成店长',
    text: '在控制台看看今天：刚才的会员、订单和积分都在那里。',
  },
];

const BECOME: Readonly<Record<Step['role'], string>> = {
  customer: '我来当顾客',
  clerk: '我来当店员',
  manager: '我来当店长',
};

/** The walk through the product, with the next step lit. */
export function drawGuide(state: PageState, actions: Actions): void {
  const steps = STEPS.filter((step) => playable(state, step));
  const next = steps.find((step) => !isDone(step));
  fill(byId('steps'), [steps.map(isDone), state.role], () =>
    steps.map((step) => {
      const current = step === next;
      return h(
        'li',
        {
          class: isDone(step) ? 'done' : current ? 'current' : '',
          ...(current && { 'aria-current': 'step' }),
        },
        h('strong', {}, step.title, isDone(step) && h('span', { class: 'visually-hidden' }, '，已完成')),
        h('p', {}, step.text),
        current &&
          state.role !== step.role &&
          h(
            'button',
            { type: 'button', class: 'quiet', onclick: () => actions.play(step.role) },
            BECOME[step.role],
          ),
      );
    }),
  );
  byId('next-step').textContent = next
    ? `下一步：${next.text}`
    : '这一圈走完了。想再走一遍，换一位新来的人就好。';
}

/** Whoever paid has joined, whichever way. */
function isDone({ milestone }: Step): boolean {
  return memory.done.includes(milestone) || (milestone === 'joined' && memory.done.includes('paid'));
}

function playable({ setup }: PageState, { role }: Step): boolean {
  return role === 'customer' || setup.roles.some((each) => each.role === role);
}
