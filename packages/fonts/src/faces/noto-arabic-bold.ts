export { default } from '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf';
