export { default } from '@expo-google-fonts/noto-sans-tamil/400Regular/NotoSansTamil_400Regular.ttf';
