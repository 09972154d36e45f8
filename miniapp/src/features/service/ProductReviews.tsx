import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayAndTime } from '@/text/time';
import { Block } from '@/ui/Block';
import { Picture } from '@/ui/Picture';
import { Stars } from './Stars';
import styles from './ProductReviews.module.scss';
import { useProductReviews } from './use-reviews';

/** What customers say of a product, the pleased and the displeased alike. */
export function ProductReviews({ productId }: { productId: string }) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useProductReviews(productId);
  const first = data?.pages[0];
  if (!first) {
    return null;
  }
  const { count, starTenths } = first;
  return (
    <Block
      title="顾客评价"
      aside={count > 0 ? `${(starTenths / 10).toFixed(1)} 分 · ${count} 条` : undefined}
    >
      {count === 0 && <View className={styles.soft}>还没有人评价，买过的人可以说说看。</View>}
      {data.pages
        .flatMap(({ items }) => items)
        .map((review) => (
          <ReviewText
            key={review.id}
            {...review}
            head={
              <>
                {review.author}
                <Stars value={review.stars} />
              </>
            }
          />
        ))}
      {hasNextPage && (
        <View className={styles.more} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? '正在取' : '再看一些'}
        </View>
      )}
    </Block>
  );
}

interface ReviewTextProps {
  head: ReactNode;
  goodsName: string;
  text: string;
  pictures: readonly string[];
  moreText: string | null;
  morePictures: readonly string[];
  reply: string | null;
  createdAt: string;
}

export function ReviewText(review: ReviewTextProps) {
  return (
    <View className={styles.review}>
      <View className={styles.head}>{review.head}</View>
      <View className={styles.soft}>{`${review.goodsName} · ${dayAndTime(review.createdAt)}`}</View>
      {review.text !== '' && <View className={styles.text}>{review.text}</View>}
      <PictureRow urls={review.pictures} />
      {review.moreText !== null && <View className={styles.text}>{`追加：${review.moreText}`}</View>}
      <PictureRow urls={review.morePictures} />
      {review.reply !== null && <View className={styles.reply}>{`商家回复：${review.reply}`}</View>}
    </View>
  );
}

export function PictureRow({ urls }: { urls: readonly string[] }) {
  return urls.length === 0 ? null : (
    <View className={styles.pictures}>
      {urls.map((url) => (
        <Picture key={url} src={url} className={styles.picture} />
      ))}
    </View>
  );
}
