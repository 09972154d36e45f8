import { ListOf, Nested, OpaqueId, Text } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import type { Brand } from './brand.entity.js';

export class BrandThemeView {
  @Text({ max: 7, pattern: /^#[\da-f]{6}$/, doc: 'The one colour from which the palette is derived' })
  primary: string;
}

export class BrandPersonaView {
  @Text({ max: 20, doc: 'What the persona is called' })
  name: string;

  @Text({ max: 20, doc: 'What it does for the customer, such as 咖啡师' })
  role: string;

  @Text({ max: 500, doc: 'Its portrait' })
  avatarUrl: string;

  @Text({ max: 120, doc: 'How it greets' })
  greeting: string;
}

export class BrandView {
  @OpaqueId('brand', { doc: 'The brand' })
  id: string;

  @OpaqueId('program', { doc: 'The loyalty program it belongs to' })
  programId: string;

  @Text({ max: 40, doc: 'Its name' })
  name: string;

  @Text({ max: 80, doc: 'Its slogan' })
  slogan: string;

  @Text({ max: 20, doc: 'What it sells, such as 咖啡' })
  industry: string;

  @Text({ max: 500, doc: 'Its logo' })
  logoUrl: string;

  @Text({ max: 500, doc: 'The picture at the top of its home page' })
  coverUrl: string;

  @Nested(() => BrandThemeView, { doc: 'Its look' })
  theme: BrandThemeView;

  @Nested(() => BrandPersonaView, { doc: 'Who greets in its name' })
  persona: BrandPersonaView;
}

export function toBrandView(brand: Brand): BrandView {
  return {
    id: toPublicId('brand', brand.id),
    programId: toPublicId('program', brand.programId),
    name: brand.name,
    slogan: brand.slogan,
    industry: brand.industry,
    logoUrl: brand.logoUrl,
    coverUrl: brand.coverUrl,
    theme: { primary: brand.theme.primary },
    persona: {
      name: brand.persona.name,
      role: brand.persona.role,
      avatarUrl: brand.persona.avatarUrl,
      greeting: brand.persona.greeting,
    },
  };
}

export class BrandListView {
  @ListOf(() => BrandView, { max: 100, doc: 'All brands of the group, in the order they are shown' })
  items: BrandView[];
}
