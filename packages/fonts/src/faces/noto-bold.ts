export { default } from '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf';
