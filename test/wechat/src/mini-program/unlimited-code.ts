import { toBuffer } from 'qrcode';
import type { World } from '../world/world.js';
import { isObject, whole } from '../shape.js';
import { checkPage } from './published-pages.js';
import { refuse } from './refusal.js';

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;
const SCENE_LENGTH_MAX = 32;
const WIDTH_MIN = 280;
const WIDTH_MAX = 1280;
const WIDTH_USUAL = 430;
const ENVIRONMENTS = ['release', 'trial', 'develop'];
const HOME_PAGE = 'pages/index/index';

interface UnlimitedCodeRequest {
  readonly scene?: unknown;
  readonly page?: unknown;
  readonly check_path?: unknown;
  readonly env_version?: unknown;
  readonly width?: unknown;
  readonly auto_color?: unknown;
  readonly line_color?: unknown;
  readonly is_hyaline?: unknown;
  readonly scancode_time?: unknown;
}

/** wxa/getwxacodeunlimit: a picture. Ours is an ordinary QR that holds page and scene, so that anything can read it. */
export async function getUnlimitedCode(world: World, body: UnlimitedCodeRequest): Promise<Buffer> {
  const scene = checkScene(body.scene);
  if (body.scancode_time !== undefined) {
    refuse(85096, 'not allow include scancode_time field');
  }
  if (body.check_path !== undefined && typeof body.check_path !== 'boolean') {
    refuse(40097, 'invalid args');
  }
  const page = body.page === undefined || body.page === '' ? HOME_PAGE : body.page;
  if (page !== HOME_PAGE) {
    checkPage(world, page, { published: body.check_path !== false });
  }
  const width = body.width ?? WIDTH_USUAL;
  const goodStyle =
    !whole({ min: WIDTH_MIN, max: WIDTH_MAX })(width, '/width') &&
    ENVIRONMENTS.some((environment) => environment === (body.env_version ?? 'release')) &&
    [body.auto_color, body.is_hyaline].every((each) => each === undefined || typeof each === 'boolean') &&
    (body.line_color === undefined || isColour(body.line_color));
  if (!goodStyle) {
    refuse(40097, 'invalid args');
  }
  return toBuffer(codeContent(page, scene), {
    width: Number(width),
    margin: 2,
    errorCorrectionLevel: 'M',
    color: {
      dark: isColour(body.line_color) ? hexColour(body.line_color) : '#000000ff',
      light: body.is_hyaline === true ? '#ffffff00' : '#ffffffff',
    },
  });
}

/** What the picture says to whoever scans it. */
export function codeContent(page: string, scene: string): string {
  return `${page}?scene=${encodeURIComponent(scene)}`;
}

function checkScene(scene: unknown): string {
  if (typeof scene !== 'string' || scene.length < 1 || scene.length > SCENE_LENGTH_MAX) {
    refuse(40169, 'invalid length for scene, or the data is not json string');
  }
  if (!SCENE.test(scene)) {
    refuse(40129, 'invalid scene');
  }
  return scene;
}

interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

function isColour(value: unknown): value is Colour {
  const channel = whole({ min: 0, max: 255 });
  return isObject(value) && ['r', 'g', 'b'].every((name) => !channel(Number(value[name]), name));
}

function hexColour({ r, g, b }: Colour): string {
  return `#${[r, g, b].map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}ff`;
}
