export { default } from '@expo-google-fonts/noto-sans-bengali/700Bold/NotoSansBengali_700Bold.ttf';
