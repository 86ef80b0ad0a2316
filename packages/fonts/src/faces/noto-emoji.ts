export { default } from '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf';
