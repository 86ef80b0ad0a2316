export { default } from '@expo-google-fonts/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf';
