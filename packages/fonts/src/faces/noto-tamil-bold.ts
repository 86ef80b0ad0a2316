export { default } from '@expo-google-fonts/noto-sans-tamil/700Bold/NotoSansTamil_700Bold.ttf';
