import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { useBrand } from '@/features/brand';
import { lineOf, useCart } from '@/features/cart';
import {
  AS_RECOMMENDED,
  ProductRow,
  SkuSheet,
  SortBar,
  forgetSearches,
  rememberSearch,
  searchHistory,
  useProducts,
  useSuggestions,
} from '@/features/catalogue';
import { useStore } from '@/features/stores';
import { open } from '@/platform/navigate';
import { say } from '@/platform/notice';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/Icon';
import { ListEnd } from '@/ui/ListEnd';
import { Page } from '@/ui/Page';
import { ListSkeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';

export default function SearchPage() {
  const brand = useBrand();
  return brand ? (
    <Search brandId={brand.id} />
  ) : (
    <Page>
      <ListSkeleton rows={4} />
    </Page>
  );
}

function Search({ brandId }: { brandId: string }) {
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const [history, setHistory] = useState(searchHistory);
  const [choosing, setChoosing] = useState<string>();
  const store = useStore(brandId);
  const cart = useCart(brandId);

  const search = (wanted: string) => {
    const trimmed = wanted.trim();
    setTyped(trimmed);
    setWords(trimmed);
    if (trimmed !== '') {
      setHistory(rememberSearch(trimmed));
    }
  };

  return (
    <Page>
      <View className={styles.box}>
        <Icon name="search" />
        <Input
          className={styles.input}
          value={typed}
          focus
          maxlength={40}
          confirmType="search"
          placeholder="名称、拼音或首字母"
          onInput={({ detail }) => {
            setTyped(detail.value);
            setWords('');
          }}
          onConfirm={({ detail }) => search(detail.value)}
        />
        <View className={styles.go} onClick={() => search(typed)}>
          搜索
        </View>
      </View>
      {words === '' ? (
        <Ideas
          brandId={brandId}
          typed={typed.trim()}
          history={history}
          onChoose={search}
          onForget={() => setHistory(forgetSearches())}
        />
      ) : (
        <Found key={words} brandId={brandId} words={words} onAdd={setChoosing} />
      )}
      {choosing && (
        <SkuSheet
          productId={choosing}
          storeId={store?.id}
          action="加入购物车"
          onChoose={(product, sku, quantity) => {
            cart.add(lineOf(product, sku, quantity));
            setChoosing(undefined);
            say('已放进购物车');
          }}
          onClose={() => setChoosing(undefined)}
        />
      )}
    </Page>
  );
}

interface IdeasProps {
  brandId: string;
  typed: string;
  history: readonly string[];
  onChoose: (words: string) => void;
  onForget: () => void;
}

/** What was searched before, and what there is to search for. */
function Ideas({ brandId, typed, history, onChoose, onForget }: IdeasProps) {
  const { data: suggestions = [] } = useSuggestions(brandId, typed);
  if (typed !== '') {
    return (
      <View>
        {suggestions.map((name) => (
          <View key={name} className={styles.suggestion} onClick={() => onChoose(name)}>
            {name}
          </View>
        ))}
      </View>
    );
  }
  return (
    <View>
      {history.length > 0 && (
        <>
          <View className={styles.heading}>
            <View>最近搜过</View>
            <View className={styles.forget} onClick={onForget}>
              清空
            </View>
          </View>
          <Words words={history} onChoose={onChoose} />
        </>
      )}
      <View className={styles.heading}>大家常买</View>
      <Words words={suggestions} onChoose={onChoose} />
    </View>
  );
}

function Words({ words, onChoose }: { words: readonly string[]; onChoose: (words: string) => void }) {
  return (
    <View className={styles.words}>
      {words.map((word) => (
        <View key={word} className={styles.word} onClick={() => onChoose(word)}>
          {word}
        </View>
      ))}
    </View>
  );
}

interface FoundProps {
  brandId: string;
  words: string;
  onAdd: (productId: string) => void;
}

function Found({ brandId, words, onAdd }: FoundProps) {
  const [sifting, setSifting] = useState(AS_RECOMMENDED);
  const { items, error, refresh, ...rest } = useProducts(brandId, { q: words, ...sifting });
  const list = () => {
    if (!items) {
      return error ? (
        <ErrorState text={sentenceOf(error)} onRetry={() => void refresh()} />
      ) : (
        <ListSkeleton rows={4} />
      );
    }
    if (items.length === 0) {
      return (
        <Empty drawing="basket" title={`没有找到「${words}」`} text="换个说法，或者只打拼音首字母试试。" />
      );
    }
    return (
      <>
        {items.map((product) => (
          <ProductRow
            key={product.id}
            product={product}
            onOpen={() => open('product', { id: product.id })}
            onAdd={() => onAdd(product.id)}
          />
        ))}
        <ListEnd {...rest} />
      </>
    );
  };
  return (
    <View>
      <SortBar value={sifting} onChange={setSifting} />
      {list()}
    </View>
  );
}
