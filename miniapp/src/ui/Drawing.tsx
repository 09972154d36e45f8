import { View } from '@tarojs/components';

export type DrawingName = 'cup' | 'basket' | 'letter' | 'umbrella' | 'lantern';

export function Drawing({ name }: { name: DrawingName }) {
  return (
    <View className={`drawing drawing-${name}`}>
      <View className="drawing-soft" />
      <View className="drawing-line" />
    </View>
  );
}
