export { default } from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';
